package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TcpChannelTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private ServerSocket box;
    private Socket farEnd;
    private ByteChannel channel;

    @BeforeEach
    void connect() throws IOException {
        box = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = new UriChannels().open("tcp://127.0.0.1:" + box.getLocalPort());
        farEnd = box.accept();
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        farEnd.close();
        box.close();
    }

    @Test
    void throwsWhenNothingListens() throws IOException {
        box.close();
        assertThatThrownBy(() -> new UriChannels().open("tcp://127.0.0.1:" + box.getLocalPort()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysZeroWhenNothingCameInTime() throws IOException {
        assertThat(channel.read(new byte[8], 0, 8, Duration.ofMillis(20))).isZero();
        assertThat(channel.read(new byte[8], 0, 8, Duration.ZERO)).isZero();
    }

    @Test
    void throwsOnceTheFarEndIsGoneAndNotBeforeItsLastBytes() throws IOException {
        farEnd.getOutputStream().write(new byte[] {1, 2, 3});
        farEnd.close();
        byte[] into = new byte[8];
        assertThat(channel.read(into, 2, 6, SOON)).isEqualTo(3);
        assertThat(into).containsExactly(0, 0, 1, 2, 3, 0, 0, 0);
        assertThatThrownBy(() -> channel.read(into, 0, 8, SOON)).isInstanceOf(IOException.class);
    }

    @Test
    void writeGivesUpWhenTheFarEndTakesNothing() {
        assertThatThrownBy(() -> channel.write(new byte[64 * 1024 * 1024], Duration.ofMillis(200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("took no more bytes");
    }

    @Test
    void writesEverythingToASlowReader() throws Exception {
        byte[] much = new byte[3 * 1024 * 1024];
        Thread reader = new Thread(() -> drain(much.length));
        reader.start();
        channel.write(much, SOON);
        reader.join(SOON.toMillis());
        assertThat(reader.isAlive())
                .as("still waiting for bytes that were said to be written")
                .isFalse();
    }

    private void drain(int count) {
        try {
            farEnd.getInputStream().readNBytes(count);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void purgeThrowsAwayWhatArrivedAndNothingLater() throws IOException {
        farEnd.getOutputStream().write(new byte[] {9, 9});
        byte[] into = new byte[8];
        assertThat(channel.read(into, 0, 1, SOON)).isEqualTo(1); // so both have arrived
        channel.purge();
        farEnd.getOutputStream().write(7);
        assertThat(channel.read(into, 0, 8, SOON)).isEqualTo(1);
        assertThat(into[0]).isEqualTo((byte) 7);
    }
}
