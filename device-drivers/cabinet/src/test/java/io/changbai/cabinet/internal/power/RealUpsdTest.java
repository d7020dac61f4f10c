package io.changbai.cabinet.internal.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.contract.Await;
import io.changbai.device.link.internal.UriChannels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NUT's own server with its driver for supplies that are not there (Debian package nut-server). */
class RealUpsdTest {

    private static final List<String> DRIVERS = List.of("/lib/nut/dummy-ups", "/usr/lib/nut/dummy-ups");

    /** The server itself: Debian's /sbin/upsd is a script that asks /etc/nut/nut.conf whether it may start. */
    private static final String UPSD = "/lib/nut/upsd";

    @TempDir
    Path folder;

    private final Deque<Process> running = new ArrayDeque<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : running) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void speaksWithTheRealServerFromMainsToTheLastMinuteAndThroughItsRestart() throws Exception {
        int port = freePort();
        configure(port);
        startDriver();
        Process upsd = start(UPSD, "-F", "-u", "root");
        SteadyClock clock = new SteadyClock();
        NutPowerSupply supply = new NutPowerSupply(
                new UriChannels(),
                "tcp://127.0.0.1:" + port,
                "",
                Duration.ofMillis(100),
                new Shutdown(List.of(), Duration.ZERO, clock),
                clock);
        try {
            Await.status(supply, "it is as wished", DeviceStatus::canServe);
            assertThat(supply.power().powerIn()).isEqualTo(PowerIn.POWERING);
            assertThat(supply.information().model()).isEqualTo("Dummy 700");
            says("OB DISCHRG");
            faults(supply, "UPS-ON-BATTERY");
            says("OB LB DISCHRG");
            faults(supply, "UPS-LOW-BATTERY");
            says("OL CHRG");
            faults(supply);
            upsd.destroy();
            Await.status(supply, "it is as wished", status -> status.availability() == Availability.NO_DEVICE);
            upsd.waitFor(5, TimeUnit.SECONDS);
            start(UPSD, "-F", "-u", "root");
            Await.status(supply, "it is as wished", DeviceStatus::canServe);
        } finally {
            supply.close();
        }
    }

    private void configure(int port) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("nut.conf"), "MODE=standalone\n");
        Files.writeString(
                folder.resolve("ups.conf"),
                "maxretry = 1\npollinterval = 1\n[lobby]\n  driver = dummy-ups\n  port = " + folder.resolve("lobby.dev")
                        + "\n  mode = dummy-loop\n");
        Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\n");
        Files.writeString(folder.resolve("upsd.users"), "");
        says("OL CHRG");
    }

    /** The file the driver plays again and again. */
    private void says(String status) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(
                next,
                "ups.status: " + status + "\nbattery.charge: 70\nbattery.runtime: 600\ndevice.model: Dummy 700\n"
                        + "device.serial: D7\nups.firmware: 2\nTIMER 1\n");
        Files.move(
                next,
                folder.resolve("lobby.dev"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void startDriver() throws Exception {
        String driver = DRIVERS.stream()
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("install the Debian package nut-server: dummy-ups is missing"));
        start(driver, "-F", "-a", "lobby", "-u", "root");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(folder.resolve("dummy-ups-lobby"))) {
            assertThat(System.nanoTime())
                    .as("the driver's socket comes in time: " + log())
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NUT_CONFPATH", folder.toString());
        builder.environment().put("NUT_STATEPATH", folder.toString());
        builder.environment().put("NUT_ALTPIDPATH", folder.toString());
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        Process process = builder.start();
        running.push(process);
        return process;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void faults(NutPowerSupply supply, String... codes) throws Exception {
        Await.status(
                supply,
                "it is as wished",
                status ->
                        status.faults().stream().map(DeviceFault::code).toList().equals(List.of(codes)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
