package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault: raised once, cleared once, with who mends it. */
class FaultsTest {

    private PrinterOnBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new PrinterOnBench(ReceiptPrinterModel.WIDE, Profiles.plain());
        bench.awaitWell();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void paperLow() throws Exception {
        comesAndGoes(
                "RCP-PAPER-LOW",
                Mender.ATTENDANT,
                Availability.ONLINE,
                p -> p.paper(Paper.LOW),
                p -> p.paper(Paper.OK));
    }

    @Test
    void paperOut() throws Exception {
        comesAndGoes(
                "RCP-PAPER-OUT",
                Mender.ATTENDANT,
                Availability.OFFLINE,
                p -> p.paper(Paper.OUT),
                p -> p.paper(Paper.OK));
    }

    @Test
    void coverOpen() throws Exception {
        comesAndGoes(
                "RCP-COVER-OPEN", Mender.ATTENDANT, Availability.USER_ERROR, p -> p.cover(true), p -> p.cover(false));
    }

    @Test
    void headHot() throws Exception {
        comesAndGoes(
                "RCP-HEAD-HOT",
                Mender.SELF_CLEARING,
                Availability.OFFLINE,
                p -> p.headHot(true),
                p -> p.headHot(false));
    }

    @Test
    void offlineWithoutAReason() throws Exception {
        comesAndGoes(
                "RCP-OFFLINE", Mender.SELF_CLEARING, Availability.OFFLINE, p -> p.offline(true), p -> p.offline(false));
    }

    @Test
    void aCutterThatWasFreedUnderTheCoverIsToldToGoOn() throws Exception {
        comesAndGoes(
                "RCP-CUTTER", Mender.ATTENDANT, Availability.HARDWARE_ERROR, ReceiptPrinterEmulator::jamCutter, p -> {
                    p.cover(true);
                    PrinterOnBench.await(() -> has(bench.printer.status(), "RCP-COVER-OPEN"));
                    p.freeCutter();
                    p.cover(false);
                });
    }

    @Test
    void anErrorThatOnlyThePowerSwitchEnds() throws Exception {
        comesAndGoes(
                "RCP-BROKEN",
                Mender.TECHNICIAN,
                Availability.HARDWARE_ERROR,
                ReceiptPrinterEmulator::breakDown,
                ReceiptPrinterEmulator::powerCycle);
    }

    @Test
    void noDevice() throws Exception {
        comesAndGoes(
                "RCP-NO-DEVICE",
                Mender.TECHNICIAN,
                Availability.NO_DEVICE,
                ReceiptPrinterEmulator::unplug,
                ReceiptPrinterEmulator::plug);
    }

    @Test
    void aMutePrinterIsNoDevice() throws Exception {
        comesAndGoes("RCP-NO-DEVICE", Mender.TECHNICIAN, Availability.NO_DEVICE, p -> p.mute(true), p -> p.mute(false));
    }

    @Test
    void aPrinterThatTellsByItselfIsHeardBetweenTheLooks() throws Exception {
        bench.connect(Profiles.tellingByItself()); // it is asked once a minute
        bench.awaitWell();
        comesAndGoes(
                "RCP-COVER-OPEN", Mender.ATTENDANT, Availability.USER_ERROR, p -> p.cover(true), p -> p.cover(false));
    }

    @Test
    void saysWhoItIsAndPrintsAfterwards() throws Exception {
        PrinterOnBench.await(() -> !bench.printer.information().equals(DeviceInformation.UNKNOWN));
        assertThat(bench.printer.information())
                .isEqualTo(new DeviceInformation("EMULATED-80", "1.00 EMU", "EMU0000001"));
        assertThat(bench.print(PrinterOnBench.lines(2))).isEqualTo(new Printed(1));
    }

    private void comesAndGoes(
            String code,
            Mender mender,
            Availability availability,
            Consumer<ReceiptPrinterEmulator> breaks,
            Consumer<ReceiptPrinterEmulator> mends)
            throws Exception {
        bench.statuses.clear();
        breaks.accept(bench.emulator);
        DeviceStatus status = bench.awaitFault(code);
        assertThat(status.availability()).isEqualTo(availability);
        assertThat(status.faults())
                .filteredOn(fault -> fault.code().equals(code))
                .extracting(DeviceFault::mender)
                .containsExactly(mender);
        mends.accept(bench.emulator);
        bench.awaitWell();
        assertThat(bench.raised(code)).isEqualTo(1);
        assertThat(bench.print(PrinterOnBench.lines(1))).isEqualTo(new Printed(1));
    }

    private static boolean has(DeviceStatus status, String code) {
        return status.faults().stream().anyMatch(fault -> fault.code().equals(code));
    }
}
