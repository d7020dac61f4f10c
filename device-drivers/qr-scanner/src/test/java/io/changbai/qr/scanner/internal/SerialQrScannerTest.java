package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.QrScannerContract;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.emulators.PtyBridge;
import io.changbai.device.emulators.QrScannerEmulator;
import io.changbai.device.emulators.QrScannerFaults;
import io.changbai.device.link.internal.UriChannels;
import io.changbai.qr.scanner.internal.codec.Makes;
import io.changbai.qr.scanner.internal.codec.Suffix;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver against the emulated module at the far end of a TCP connection and of a pseudo terminal. */
@Timeout(60)
class SerialQrScannerTest implements QrScannerContract {

    private QrScannerEmulator emulator;
    private SerialQrScanner scanner;

    @BeforeEach
    void start() {
        emulator = new QrScannerEmulator(0).start();
        scanner = driver("tcp://127.0.0.1:" + emulator.port());
    }

    private static SerialQrScanner driver(String channel) {
        ScannerSettings settings =
                new ScannerSettings(channel, Makes.named("honeywell"), Suffix.CR, false, Duration.ofSeconds(1));
        return new SerialQrScanner(new UriChannels(), settings, new SteadyClock());
    }

    @AfterEach
    void stop() {
        scanner.close();
        emulator.close();
    }

    @Override
    public QrScanner device() {
        return scanner;
    }

    @Override
    public void unplug() {
        emulator.unplug();
    }

    @Override
    public void plug() {
        emulator.plug();
    }

    @Override
    public void presentCode(String text) {
        emulator.hold(text);
    }

    @Override
    public void takeCodeAway() {
        emulator.takeAway();
    }

    private ScanResult scanHeld() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        return DeviceContract.end(scanner.scan(Duration.ofSeconds(15)));
    }

    private void assertScanned(String text, ScanResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ScanResult.Scanned.class,
                        scanned -> assertThat(scanned.text()).isEqualTo(text));
    }

    private void awaitDisarmed() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (emulator.isArmed() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(emulator.isArmed()).isFalse();
    }

    @Test
    void refusesAProfileItDoesNotHaveAndNamesThoseItHas() {
        assertThatThrownBy(() -> Makes.named("zebra"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'zebra'")
                .hasMessageContaining("honeywell");
    }

    @ParameterizedTest
    @EnumSource(QrScannerFaults.Suffix.class)
    void readsACodeWhateverTheModulePutsBehindIt(QrScannerFaults.Suffix suffix) throws Exception {
        emulator.faults().suffix(suffix);
        emulator.hold("code-with-any-end");
        assertScanned("code-with-any-end", scanHeld());
    }

    @Test
    void readsACodeThatComesByteByByte() throws Exception {
        emulator.faults().splitEvery(1);
        emulator.hold("in pieces 社保");
        assertScanned("in pieces 社保", scanHeld());
    }

    @Test
    void readsGb18030AndKeepsTheBytes() throws Exception {
        byte[] code = "社会保障".getBytes(Charset.forName("GB18030"));
        emulator.hold(code);
        assertThat(scanHeld()).isInstanceOfSatisfying(ScanResult.Scanned.class, scanned -> {
            assertThat(scanned.text()).isEqualTo("社会保障");
            assertThat(scanned.bytes()).isEqualTo(code);
        });
    }

    @Test
    void saysOversizeForTenKilobytesAndReadsTheNextCode() throws Exception {
        emulator.hold("x".repeat(10_240));
        assertThat(scanHeld()).isInstanceOf(ScanResult.Oversize.class);
        emulator.hold("small");
        assertScanned("small", scanHeld());
    }

    @Test
    void takesNoCodeThatCameBeforeItWasArmed() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        emulator.blurt("stale");
        ScanResult idle = DeviceContract.end(scanner.scan(Duration.ofMillis(300)));
        assertThat(idle).isInstanceOf(ScanResult.NoCode.class);
        emulator.hold("fresh");
        assertScanned("fresh", scanHeld());
    }

    @Test
    void takesACodeThatIsSentThreeTimesForOne() throws Exception {
        emulator.faults().repeat(3);
        emulator.hold("thrice");
        assertScanned("thrice", scanHeld());
        assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(300)))).isInstanceOf(ScanResult.NoCode.class);
    }

    @Test
    void closesItsEyeAtTheEndHoweverItEnds() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(200)))).isInstanceOf(ScanResult.NoCode.class);
        awaitDisarmed();
        DeviceCommand<ScanResult> command = scanner.scan(Duration.ofSeconds(15));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!emulator.isArmed() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(emulator.isArmed()).isTrue();
        command.cancel();
        assertThat(DeviceContract.end(command)).isInstanceOf(ScanResult.Cancelled.class);
        awaitDisarmed();
    }

    @Test
    void isHonestAboutAModuleThatAnswersNothing() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        emulator.faults().mute(true);
        DeviceContract.awaitStatus(scanner, status -> status.availability() == Availability.NO_DEVICE);
        emulator.faults().clear();
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
    }

    @Test
    void readsOverASerialPortThatComesAndGoes(@TempDir Path folder) throws Exception {
        Path port = folder.resolve("scanner");
        scanner.close();
        scanner = driver("serial:" + port + "?baud=9600");
        for (String code : new String[] {"first", "second"}) {
            try (PtyBridge cable = new PtyBridge(port, emulator.port())) {
                assertThat(cable.link()).exists();
                emulator.hold(code);
                assertScanned(code, scanHeld());
            }
            DeviceContract.awaitStatus(scanner, status -> status.availability() == Availability.NO_DEVICE);
        }
    }
}
