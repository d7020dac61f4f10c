package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** jSerialComm on a pseudo terminal made by socat; its far end is a socket. */
@Timeout(30)
class SerialChannelTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private ServerSocket server;
    private Process socat;
    private Socket farEnd;
    private Path port;

    @BeforeEach
    void plugIn() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = folder.resolve("reader");
        startSocat();
    }

    private void startSocat() throws Exception {
        String far = "TCP:127.0.0.1:" + server.getLocalPort();
        try {
            socat = new ProcessBuilder("socat", "pty,rawer,link=" + port, far)
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs socat: apt-get install socat", e);
        }
        farEnd = server.accept();
        long end = System.nanoTime() + SOON.toNanos();
        while (!Files.exists(port) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void unplug() throws Exception {
        pull();
        server.close();
    }

    private void pull() throws Exception {
        socat.destroy();
        assertThat(socat.waitFor(5, TimeUnit.SECONDS)).isTrue();
        farEnd.close();
    }

    private ByteChannel open() throws IOException {
        return new UriChannels().open("serial:" + port + "?baud=115200");
    }

    @Test
    void throwsWhenThePortIsNotThere() {
        assertThatThrownBy(() -> new UriChannels().open("serial:" + folder.resolve("nothing")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void carriesEveryByteValueBothWays() throws Exception {
        byte[] all = new byte[256]; // 03, 04, 0A, 0D, 11 and 13 are what a cooked terminal would eat
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (ByteChannel channel = open()) {
            channel.write(all, SOON);
            assertThat(farEnd.getInputStream().readNBytes(256)).isEqualTo(all);
            farEnd.getOutputStream().write(all);
            byte[] back = new byte[256];
            int count = 0;
            while (count < 256) {
                int more = channel.read(back, count, 256 - count, SOON);
                assertThat(more).as("bytes after the first %d", count).isPositive();
                count += more;
            }
            assertThat(back).isEqualTo(all);
        }
    }

    @Test
    void writesMoreThanTheKernelsQueueInOrder() throws Exception {
        byte[] much = new byte[20_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31);
        }
        try (ByteChannel channel = open()) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> readFarEnd(much.length));
            channel.write(much, SOON);
            assertThat(received.get(5, TimeUnit.SECONDS)).isEqualTo(much);
        }
    }

    private byte[] readFarEnd(int length) {
        try {
            return farEnd.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysZeroWhenNothingCameInTime() throws Exception {
        try (ByteChannel channel = open()) {
            assertThat(channel.read(new byte[8], 0, 8, Duration.ofMillis(30))).isZero();
            assertThat(channel.read(new byte[8], 0, 8, Duration.ofMillis(150))).isZero();
        }
    }

    @Test
    void throwsWhenTheCableIsPulledAndOpensAgainWhenItIsBack() throws Exception {
        try (ByteChannel channel = open()) {
            pull();
            assertThatThrownBy(() -> channel.read(new byte[8], 0, 8, SOON)).isInstanceOf(IOException.class);
        }
        startSocat();
        try (ByteChannel channel = open()) {
            farEnd.getOutputStream().write(42);
            byte[] into = new byte[8];
            assertThat(channel.read(into, 0, 8, SOON)).isEqualTo(1);
            assertThat(into[0]).isEqualTo((byte) 42);
        }
    }
}
