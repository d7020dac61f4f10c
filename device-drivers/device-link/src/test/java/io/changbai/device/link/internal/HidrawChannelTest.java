package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A named pipe stands in for the device node: reports go in at one end, and unplugging closes it. */
@Timeout(30)
class HidrawChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Path node;

    @BeforeEach
    void makeNode() throws Exception {
        node = folder.resolve("hidraw0");
        Process mkfifo = new ProcessBuilder("mkfifo", node.toString()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private HidrawChannel open() throws IOException {
        return HidrawChannel.open(new ChannelUri.Hidraw(node.toString()));
    }

    private static byte[] report(int fill) {
        byte[] report = new byte[64];
        Arrays.fill(report, (byte) fill);
        return report;
    }

    @Test
    void isNotThereWhenThereIsNoNode() {
        assertThatThrownBy(() -> HidrawChannel.open(new ChannelUri.Hidraw(node + "-none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void readsReportsAndNothingWhenNoneCame() throws Exception {
        byte[] in = new byte[1024];
        try (HidrawChannel channel = open();
                OutputStream device = Files.newOutputStream(node)) {
            assertThat(channel.read(in, 0, in.length, Duration.ofMillis(30))).isZero();
            device.write(report(7));
            device.flush();
            int count = channel.read(in, 0, in.length, PATIENCE);
            assertThat(Arrays.copyOf(in, count)).isEqualTo(report(7));
        }
    }

    @Test
    void saysThatTheDeviceIsGone() throws Exception {
        try (HidrawChannel channel = open()) {
            Files.newOutputStream(node).close();
            assertThatThrownBy(() -> channel.read(new byte[64], 0, 64, PATIENCE))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("is gone");
        }
    }

    @Test
    void takesNoBytes() throws Exception {
        try (HidrawChannel channel = open()) {
            assertThatThrownBy(() -> channel.write(new byte[1], PATIENCE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        long before = ProcessHandle.current().children().count();
        try (HidrawChannel channel = open()) {
            assertThat(channel.read(new byte[64], 0, 64, Duration.ZERO)).isZero();
            assertThat(ProcessHandle.current().children().count()).isEqualTo(before + 1);
        }
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }
}
