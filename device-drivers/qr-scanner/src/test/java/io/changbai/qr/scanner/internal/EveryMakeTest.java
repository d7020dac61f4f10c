package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.QrScannerContract;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.emulators.QrScannerEmulator;
import io.changbai.device.emulators.QrScannerEmulator.Make;
import io.changbai.device.link.internal.UriChannels;
import io.changbai.qr.scanner.internal.codec.Makes;
import io.changbai.qr.scanner.internal.codec.Suffix;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract, and what is peculiar to each make, over the emulated module of that make. */
@Timeout(60)
class EveryMakeTest {

    abstract static class OneMake implements QrScannerContract {
        final QrScannerEmulator emulator;
        final SerialQrScanner scanner;

        OneMake(Make make) {
            emulator = new QrScannerEmulator(0, make).start();
            scanner = new SerialQrScanner(
                    new UriChannels(),
                    new ScannerSettings(
                            "tcp://127.0.0.1:" + emulator.port(),
                            Makes.named(make.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                            Suffix.CR,
                            false,
                            Duration.ofSeconds(1)),
                    new SteadyClock());
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

        ScanResult scanHeld() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            return DeviceContract.end(scanner.scan(Duration.ofSeconds(15)));
        }

        ScanResult.Scanned scanned(byte[] code) throws Exception {
            emulator.hold(code);
            ScanResult result = scanHeld();
            emulator.takeAway();
            assertThat(result).isInstanceOf(ScanResult.Scanned.class);
            ScanResult.Scanned scanned = (ScanResult.Scanned) result;
            // As text: three thousand bytes of difference are unreadable.
            assertThat(new String(scanned.bytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo(new String(code, StandardCharsets.ISO_8859_1));
            return scanned;
        }

        void await(BooleanSupplier wished) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!wished.getAsBoolean() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(wished.getAsBoolean()).isTrue();
        }

        @Test
        void readsTheLargestCodeInPieces() throws Exception {
            emulator.faults().splitEvery(64); // as USB does
            scanned("x".repeat(2_953).getBytes(StandardCharsets.US_ASCII));
        }

        @Test
        void readsBytesThatAreNoText() throws Exception {
            // 0x16, 0x7E, 0x02 00 and 0x00 mean something on one wire or another; 0xFF and 0x80 are no UTF-8.
            scanned(new byte[] {'a', 0x16, 0x7E, 2, 0, 0, 1, 0, (byte) 0xFF, (byte) 0x80, 'z'});
        }

        @Test
        void saysOversizeAndReadsTheNextCode() throws Exception {
            emulator.hold("x".repeat(5_000));
            assertThat(scanHeld()).isInstanceOf(ScanResult.Oversize.class);
            emulator.takeAway();
            scanned("small".getBytes(StandardCharsets.US_ASCII));
        }

        @Test
        void takesNoCodeThatCameBeforeItWasArmed() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            emulator.blurt("stale");
            assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(300)))).isInstanceOf(ScanResult.NoCode.class);
        }
    }

    /** Makes that obey commands. */
    abstract static class Obedient extends OneMake {
        Obedient(Make make) {
            super(make);
        }

        @Test
        void saysThatItClosesItsEyeAndClosesIt() throws Exception {
            assertThat(scanner.capabilities()).contains(Capability.DISARMS);
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            DeviceCommand<ScanResult> command = scanner.scan(Duration.ofSeconds(15));
            await(emulator::isArmed);
            command.cancel();
            assertThat(DeviceContract.end(command)).isInstanceOf(ScanResult.Cancelled.class);
            await(() -> !emulator.isArmed());
        }

        @Test
        void isHonestAboutAModuleThatFallsMute() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            emulator.faults().mute(true);
            DeviceContract.awaitStatus(scanner, status -> status.availability() == Availability.NO_DEVICE);
            emulator.faults().clear();
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        }

        @Test
        void saysOnceThatTheModuleRefusesItsCommands() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            emulator.unplug();
            DeviceContract.awaitStatus(scanner, status -> !status.canServe());
            emulator.faults().refuse(true);
            emulator.plug();
            DeviceStatus refused = DeviceContract.awaitStatus(
                    scanner, status -> status.canServe() && !status.faults().isEmpty());
            assertThat(refused.faults()).containsExactly(ScannerFaults.REFUSED);
        }
    }

    /** Makes that answer when they are armed. */
    abstract static class Answering extends Obedient {
        Answering(Make make) {
            super(make);
        }

        @Test
        void failsWhenTheModuleRefusesToBeArmed() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            emulator.faults().refuse(true);
            assertThat(DeviceContract.end(scanner.scan(PATIENCE)))
                    .isEqualTo(new ScanResult.Failed(ScannerFaults.REFUSED));
        }

        @Test
        void failsSoonWhenTheModuleDoesNotAnswerToBeingArmed() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            DeviceCommand<ScanResult> command = scanner.scan(Duration.ofMinutes(5));
            await(emulator::isArmed);
            command.cancel();
            DeviceContract.end(command);
            emulator.faults().mute(true);
            assertThat(DeviceContract.end(scanner.scan(Duration.ofMinutes(5))))
                    .isEqualTo(new ScanResult.Failed(ScannerFaults.NO_DEVICE));
        }
    }

    @Nested
    class Honeywell extends Obedient {
        Honeywell() {
            super(Make.HONEYWELL);
        }

        @Test
        void saysItsFirmware() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            assertThat(scanner.information().firmware()).contains("FIRMWARE 2.11");
        }
    }

    @Nested
    class Newland extends Answering {
        Newland() {
            super(Make.NEWLAND);
        }
    }

    @Nested
    class Gm65 extends Answering {
        Gm65() {
            super(Make.GM65);
        }

        /** This make has nothing to set up: only arming it shows that it refuses. */
        @Override
        @Test
        void saysOnceThatTheModuleRefusesItsCommands() throws Exception {
            DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
            assertThat(scanner.information().firmware()).isEqualTo("6F");
        }
    }

    @Nested
    class Ssi extends Answering {
        Ssi() {
            super(Make.SSI);
        }

        @Test
        void takesACodeOnceThoughItsAcknowledgementsAreLost() throws Exception {
            emulator.faults().loseAcknowledgements(2);
            scanned("once".getBytes(StandardCharsets.US_ASCII));
            assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(1_700))))
                    .isInstanceOf(ScanResult.NoCode.class);
        }
    }

    @Nested
    class Plain extends OneMake {
        Plain() {
            super(Make.PLAIN);
        }

        @Test
        void isNotSaidToCloseItsEye() {
            assertThat(scanner.capabilities()).isEmpty();
        }
    }

    @Nested
    class HidAccessIs extends OneMake {
        HidAccessIs() {
            super(Make.HID_ACCESS_IS);
        }

        @Test
        void tellsTheSymbology() throws Exception {
            assertThat(scanned("code".getBytes(StandardCharsets.US_ASCII)).symbology())
                    .isEqualTo("]Q1");
        }
    }

    @Nested
    class HidIdTech extends OneMake {
        HidIdTech() {
            super(Make.HID_IDTECH);
        }
    }
}
