package io.changbai.device.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.Availability;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeviceHostIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Object> NOWHERE = Map.of("channel", "tcp://127.0.0.1:1");

    @Test
    void givesDevicesWithTheTypesOfThisProgramAlsoWhenNothingIsPluggedIn() throws Exception {
        try (DeviceHost host = DeviceHost.start(Map.of("changbai.qr-scanner", NOWHERE))) {
            QrScanner scanner = host.service(QrScanner.class, PATIENCE);
            assertThat(scanner.id()).isEqualTo("qr-scanner");
            assertThat(scanner.scan(Duration.ofSeconds(1))
                            .result()
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ScanResult.Failed.class);
            assertThat(scanner.status().availability()).isEqualTo(Availability.NO_DEVICE);
        }
    }

    @Test
    void takesAndRemovesConfigurationWhileItRuns() {
        try (DeviceHost host = DeviceHost.start(Map.of())) {
            host.configure("changbai.id-card-reader", NOWHERE);
            assertThat(host.device(IdCardReader.class, "id-card-reader", PATIENCE))
                    .isNotNull();
            host.remove("changbai.id-card-reader");
            awaitNoThread("device-id-card-reader");
        }
    }

    @Test
    void saysWhyADeviceDoesNotComeForWantOfConfiguration() {
        try (DeviceHost host = DeviceHost.start(Map.of())) {
            assertThatThrownBy(() -> host.service(ReceiptPrinter.class, Duration.ofMillis(100)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ReceiptPrinter")
                    .hasMessageContaining("configuration");
        }
    }

    @Test
    void saysWhyADeviceDoesNotComeForWrongConfiguration() {
        Map<String, Object> wrong = Map.of("channel", "tcp://127.0.0.1:1", "profile", "abacus");
        try (DeviceHost host = DeviceHost.start(Map.of("changbai.qr-scanner", wrong))) {
            assertThatThrownBy(() -> host.service(QrScanner.class, Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("'abacus'");
        }
    }

    @Test
    void refusesAFileThatIsNoBundle(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("driver.jar"), "no jar");
        assertThatThrownBy(() -> DeviceHost.start(Map.of(), List.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("driver.jar");
    }

    private static void awaitNoThread(String name) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isThere(name) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(isThere(name)).isFalse();
    }

    private static boolean isThere(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }
}
