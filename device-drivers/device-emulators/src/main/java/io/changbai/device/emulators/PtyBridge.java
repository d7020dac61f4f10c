package io.changbai.device.emulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port that leads to an emulator: socat holds a pty behind a link and passes every byte to the emulator's TCP
 * port. The link exists when the constructor returns; closing ends socat and removes it.
 */
public final class PtyBridge implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(5);

    private final Path link;
    private final Process socat;

    /** Starts socat; an {@link IllegalStateException} says when it is not installed or does not come up. */
    public PtyBridge(Path link, int tcpPort) {
        this.link = link.toAbsolutePath();
        this.socat = launch(this.link, tcpPort);
        awaitLink();
    }

    /** The device name to configure as a serial channel. */
    public Path link() {
        return link;
    }

    /** The speed to which the host has set its end of the line. */
    public int baud() {
        try {
            Process stty = new ProcessBuilder("stty", "-F", link.toString(), "speed")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String speed = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return speed.isEmpty() ? 0 : Integer.parseInt(speed);
        } catch (IOException e) {
            throw new IllegalStateException("stty is missing: apt-get install coreutils", e);
        }
    }

    @Override
    public void close() {
        socat.destroy();
        try {
            if (!socat.waitFor(TO_START.toMillis(), TimeUnit.MILLISECONDS)) {
                socat.destroyForcibly();
            }
            Files.deleteIfExists(link);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            socat.destroyForcibly();
        } catch (IOException e) {
            throw new IllegalStateException("The serial link stays behind: " + link, e);
        }
    }

    private static Process launch(Path link, int tcpPort) {
        // rawer: without it the line discipline alters 03, 04, 0A, 0D, 11 and 13.
        String pty = "pty,rawer,link=" + link;
        try {
            return new ProcessBuilder("socat", pty, "TCP:127.0.0.1:" + tcpPort)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("socat is missing: apt-get install socat", e);
        }
    }

    private void awaitLink() {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            if (!socat.isAlive() || System.nanoTime() > deadline) {
                socat.destroyForcibly();
                throw new IllegalStateException("socat did not open a serial port at " + link);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
