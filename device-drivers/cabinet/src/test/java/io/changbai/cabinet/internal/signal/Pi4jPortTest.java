package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's files, played by plain ones: Pi4J reads and writes them as it does below /sys. */
class Pi4jPortTest {

    @TempDir
    Path tree;

    @Test
    void saysThatThisMachineHasNoLines() {
        assertThatThrownBy(() -> Pi4jPort.open(tree, bits(17), bits(18)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no GPIO lines");
    }

    @Test
    void aLineTheKernelDoesNotShowIsAnIoException() throws IOException {
        kernelShows();
        assertThatThrownBy(() -> Pi4jPort.open(tree, bits(17), bits(18))).isInstanceOf(IOException.class);
    }

    @Test
    void readsLevelsAndWritesThem() throws IOException {
        kernelShows(17, 18);
        try (Pi4jPort port = Pi4jPort.open(tree, bits(17), bits(18))) {
            assertThat(port.read().get(17)).isFalse();
            hand("gpio17/value", "1");
            assertThat(port.read().get(17)).isTrue();
            port.write(bits(18));
            assertThat(Files.readString(tree.resolve("gpio18/value"))).startsWith("1");
            port.write(new BitSet());
            assertThat(Files.readString(tree.resolve("gpio18/value"))).startsWith("0");
        }
    }

    @Test
    void opensAgainAfterItWasClosed() throws IOException {
        kernelShows(17, 18);
        for (int i = 0; i < 20; i++) {
            try (Pi4jPort port = Pi4jPort.open(tree, bits(17), bits(18))) {
                port.write(bits(18));
            }
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.contains("pi4j")))
                .hasSizeLessThan(5);
    }

    private void kernelShows(int... lines) throws IOException {
        hand("export", "");
        hand("unexport", "");
        for (int line : lines) {
            Files.createDirectories(tree.resolve("gpio" + line));
            hand("gpio" + line + "/direction", "in");
            hand("gpio" + line + "/value", "0");
            hand("gpio" + line + "/edge", "none");
            hand("gpio" + line + "/active_low", "0");
        }
    }

    private void hand(String file, String content) throws IOException {
        Files.writeString(tree.resolve(file), content);
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
