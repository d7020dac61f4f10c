package io.changbai.device.contract.emulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real pcscd with the virtual reader of vsmartcard-vpcd. A machine has one /run/pcscd: run it where the process has a
 * /run of its own (environment variable {@code CHANGBAI_ISOLATED}).
 */
final class PcscDaemon {

    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path PID = Path.of("/run/pcscd/pcscd.pid");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final String CONFIG = """
            FRIENDLYNAME "Virtual PCD"
            DEVICENAME   /dev/null:0x8C7B
            LIBPATH      %s
            CHANNELID    0x8C7B
            """;
    private static final Duration TO_START = Duration.ofSeconds(10);

    private Process process;
    private Path config;

    /** Starts it when it does not run, and waits until it listens. */
    void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        require();
        try {
            Files.deleteIfExists(SOCKET);
            config = Files.createTempDirectory("pcscd-");
            Files.writeString(config.resolve("vpcd"), CONFIG.formatted(DRIVER));
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitSocket();
    }

    private static void require() {
        if (System.getenv("CHANGBAI_ISOLATED") == null) {
            throw new IllegalStateException(
                    "the emulated card reader needs a /run/pcscd of its own; ./changbai device-check gives it one");
        }
        if (!Files.exists(DRIVER)) {
            throw new IllegalStateException(
                    "the virtual card reader is missing: apt-get install --no-install-recommends vsmartcard-vpcd");
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder("pcscd", "--foreground", "--critical", "--config", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the PC/SC daemon is missing: apt-get install --no-install-recommends pcscd", e);
        }
    }

    private void awaitSocket() {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!Files.exists(SOCKET)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("pcscd does not come up");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Ends the daemon as a crash would, or as a package update does; harmless when it does not run. */
    void stop() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor(TO_START.toMillis(), TimeUnit.MILLISECONDS);
            Files.deleteIfExists(SOCKET);
            Files.deleteIfExists(PID);
            delete(config);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = null;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
