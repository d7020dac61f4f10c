package io.changbai.card.reader.internal.ssse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real pcscd of this test's own, with the virtual reader of vsmartcard-vpcd. */
final class PcscDaemon {

    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final Duration TO_START = Duration.ofSeconds(10);

    private Process process;

    void start() throws Exception {
        start(Path.of(PcscDaemon.class.getResource("/pcscd/vpcd").toURI()).getParent());
    }

    /** With every reader unplugged. */
    void startWithoutReaders() throws Exception {
        start(Files.createTempDirectory("no-readers"));
    }

    private void start(Path config) throws Exception {
        if (System.getenv("CHANGBAI_ISOLATED") == null) {
            throw new AssertionError("run this test by failsafe: it needs a /run/pcscd of its own (src/test/isolated)");
        }
        if (!Files.exists(DRIVER)) {
            throw new AssertionError("this test needs the virtual reader: apt-get install vsmartcard-vpcd");
        }
        Files.deleteIfExists(SOCKET);
        process = launch(config);
        long end = System.nanoTime() + TO_START.toNanos();
        while (!Files.exists(SOCKET)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(
                        "pcscd does not come up, exit " + (process.isAlive() ? "none" : process.exitValue()));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static Process launch(Path config) {
        try {
            return new ProcessBuilder("pcscd", "--foreground", "--critical", "--config", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs the PC/SC daemon: apt-get install pcscd", e);
        }
    }

    /** Ends the daemon as a crash would, or as a package update does. */
    void stop() throws Exception {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("pcscd does not end");
        }
        Files.deleteIfExists(SOCKET);
        Files.deleteIfExists(Path.of("/run/pcscd/pcscd.pid"));
    }

    /** Ends it if it still runs. */
    void close() throws Exception {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
