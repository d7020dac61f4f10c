package io.changbai.device.emulators.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchComponentTest {
    private static final int RECEIPT_PRINTER = 3;
    private static final int FACE_CAMERA = 5;

    @TempDir
    private Path folder;

    @Test
    void opensItsDevicesAndClosesThemAgain() throws Exception {
        int base = freeBase();
        BenchComponent component = new BenchComponent(settings(base));
        component.deactivate();
        assertThatThrownBy(() -> connect(base + FACE_CAMERA).close()).isInstanceOf(IOException.class);
    }

    @Test
    void startsNothingWhenAPortIsTaken() throws Exception {
        int base = freeBase();
        try (ServerSocket taken = new ServerSocket(base + FACE_CAMERA, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Bench(settings(base)).start())
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
            assertThatThrownBy(() -> connect(base + RECEIPT_PRINTER).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void listensOnItsPortsByTheirNumbers() throws Exception {
        int base = freeBase();
        try (Bench bench = new Bench(settings(base)).start();
                Socket printer = connect(base + RECEIPT_PRINTER)) {
            assertThat(printer.isConnected()).isTrue();
            assertThat(bench.url()).isEqualTo("http://127.0.0.1:" + (base + 90) + "/");
        }
    }

    private BenchSettings settings(int base) {
        return new BenchSettings(base, 1, folder.resolve("none.json"), folder.resolve("paper"), Optional.empty());
    }

    /** A base whose ports are all free, below the range from which the system hands out ports to others. */
    private static int freeBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .limit(1_000)
                .filter(base -> IntStream.of(1, 2, 3, 4, 5, 90).allMatch(offset -> isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
