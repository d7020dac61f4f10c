package io.changbai.cabinet.internal.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Watches where somebody wants to know: systemd, by the environment it starts a service with, or the kernel's device. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "changbai.watchdog")
@Designate(ocd = TerminalWatchdog.Config.class)
public final class TerminalWatchdog {

    @ObjectClassDefinition(
            name = "Watchdog",
            description = "Tells systemd, and if configured the kernel, that the terminal is well.")
    @interface Config {
        @AttributeDefinition(
                description = "The kernel's watchdog device, for example /dev/watchdog; empty leaves it to systemd.")
        String device() default "";

        @AttributeDefinition(
                description = "Seconds after which that device resets the machine; it is fed three times in that time.",
                min = "3",
                max = "600")
        int device_seconds() default 30;

        @AttributeDefinition(
                description = "Seconds a device's thread may be late before the terminal counts as hanging.",
                min = "10",
                max = "600")
        int stuck_seconds() default 60;
    }

    private static final String HTTP = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String ENDPOINT = "osgi.http.endpoint";
    /** Twice would do (devices.md §8.4: period ≤ ½ time-out); three leaves room for a busy machine. */
    private static final int TIMES = 3;

    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final Optional<Watch> watch;

    @Activate
    public TerminalWatchdog(BundleContext context, Config config) {
        this(
                System.getenv(),
                ProcessHandle.current().pid(),
                config.device(),
                Duration.ofSeconds(config.device_seconds()),
                new TerminalHealth(Duration.ofSeconds(config.stuck_seconds()), () -> endpoints(context)));
    }

    TerminalWatchdog(Map<String, String> environment, long pid, String device, Duration deviceTimeout, Health health) {
        List<Feed> feeds = new ArrayList<>();
        Duration period = SELDOM;
        if (SystemdFeed.isWanted(environment)) {
            feeds.add(new SystemdFeed(environment, "systemd-notify"));
            period = shorter(period, SystemdFeed.timeout(environment, pid).orElse(SELDOM.multipliedBy(TIMES)));
        }
        if (!device.isBlank()) {
            feeds.add(new DeviceFeed(Path.of(device)));
            period = shorter(period, deviceTimeout);
        }
        watch = feeds.isEmpty() ? Optional.empty() : Optional.of(new Watch(health, feeds, period));
    }

    private static Duration shorter(Duration period, Duration timeout) {
        Duration own = timeout.dividedBy(TIMES);
        return own.compareTo(period) < 0 ? own : period;
    }

    @Deactivate
    void close() {
        watch.ifPresent(Watch::close);
    }

    /** Where screens are served. By name: this room needs nothing of the servlet API but the property. */
    private static List<String> endpoints(BundleContext context) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(HTTP, null);
            List<String> endpoints = new ArrayList<>();
            for (ServiceReference<?> each : found == null ? new ServiceReference<?>[0] : found) {
                Object value = each.getProperty(ENDPOINT);
                if (value instanceof Collection<?> several) {
                    several.forEach(one -> endpoints.add(String.valueOf(one)));
                } else if (value instanceof String[] several) {
                    endpoints.addAll(List.of(several));
                } else if (value instanceof String one) {
                    endpoints.add(one);
                }
            }
            return endpoints.stream().filter(url -> url.startsWith("http://")).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        } catch (IllegalStateException e) {
            return List.of(); // the bundle is ending
        }
    }
}
