package io.changbai.device.check;

import ch.qos.logback.classic.Level;
import io.changbai.device.api.Device;
import io.changbai.device.check.CheckOptions.WrongOptionException;
import io.changbai.device.check.CheckedDevice.Emulated;
import io.changbai.device.contract.Await;
import io.changbai.device.contract.Hands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command {@code ./changbai device-check}: holds a device to the contract of its class, over the emulator or over
 * hardware, and says rule by rule what was found. Exit status: 0 when every rule that was exercised passed; 1 when one
 * failed; 2 wrong options.
 */
public final class DeviceCheck {

    /** A device on a working cable is there sooner. */
    private static final Duration TO_BE_READY = Duration.ofSeconds(20);

    private final CheckOptions options;
    private final PrintStream out;

    DeviceCheck(CheckOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) {
        // The report tells what matters; the drivers' log would drown it.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.ERROR);
        }
        System.exit(run(args));
    }

    static int run(String... args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            return new DeviceCheck(CheckOptions.parse(args), out).run();
        } catch (WrongOptionException e) {
            System.err.println("device-check: " + e.getMessage());
            System.err.print(CheckOptions.USAGE);
            return 2;
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("device-check: " + e.getMessage());
            return 1;
        }
    }

    private int run() {
        RuleReport all = new RuleReport(out);
        try (DeviceHost host = DeviceHost.start(Map.of(), options.bundles())) {
            for (CheckedDevice device : options.devices()) {
                RuleReport report = check(device, host);
                out.println(report.summary(device.id()));
                all.add(report);
            }
        }
        if (options.devices().size() > 1) {
            out.println(all.summary("all"));
        }
        return all.failed() == 0 && all.passed() > 0 ? 0 : 1;
    }

    private RuleReport check(CheckedDevice device, DeviceHost host) {
        if (!options.emulated()) {
            return check(device, host, options.channel(), AskingHands.of(options.asking(), System.in, out));
        }
        Emulated emulated = device.emulator().apply(paper());
        try (AutoCloseable far = emulated.far()) {
            return check(device, host, emulated.channel(), emulated.hands());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the emulator does not end: " + e.getMessage(), e);
        }
    }

    private RuleReport check(CheckedDevice device, DeviceHost host, String channel, Hands hands) {
        out.println(device.id() + " on " + channel);
        RuleReport report = new RuleReport(out);
        Launcher launcher = LauncherFactory.create();
        LauncherDiscoveryRequest rules = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(device.rules()))
                .build();
        TestPlan plan = launcher.discover(rules);
        try (Check check = new Check(device, host, configuration(device, channel), hands)) {
            Device there = check.start();
            if (Await.within(TO_BE_READY, () -> there.status().canServe())) {
                check.stop();
                launcher.execute(plan, report);
            } else {
                int count = (int) plan.countTestIdentifiers(test -> test.isTest());
                report.nothingThere("no " + device.id() + " is ready on " + channel + ": " + there.status(), count);
            }
        }
        return report;
    }

    private Map<String, Object> configuration(CheckedDevice device, String channel) {
        Map<String, Object> configuration = new HashMap<>(device.quick());
        configuration.put(device.channelKey(), channel);
        configuration.putAll(options.settings());
        return configuration;
    }

    private static Path paper() {
        try {
            Path folder = Files.createTempDirectory("device-check-paper-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException("no folder for paper: " + e.getMessage(), e);
        }
    }
}
