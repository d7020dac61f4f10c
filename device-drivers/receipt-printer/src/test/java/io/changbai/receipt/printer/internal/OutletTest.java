package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.print.PaperOutlet.Event;
import io.changbai.device.api.print.PaperOutlet.Retraction;
import io.changbai.device.api.print.PaperOutlet.State;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Outlet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutletTest {

    private static final ReceiptPart SLIP = ReceiptPart.line("办理回执");
    private static final OutletRules FOR_EVER = rules(Presenter.CUSTOM, true, Duration.ZERO, 0);

    private final VisitToken first = VisitToken.begin("first");
    private final VisitToken second = VisitToken.begin("second");
    private PrinterOnBench bench;

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aJobIsRefusedWhilePaperOfAnotherVisitLiesInTheOutlet() throws Exception {
        begin(ReceiptPrinterModel.WIDE, FOR_EVER);
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        PrinterOnBench.await(() -> bench.printer.outlet().state() == State.PRESENTED);
        assertThat(bench.print(second, SLIP)).isEqualTo(new NotPrinted(Reason.OUTLET_BLOCKED));
        assertThat(bench.slips()).hasSize(1);
        bench.emulator.take();
        PrinterOnBench.await(() -> bench.printer.outlet().state() == State.EMPTY);
        assertThat(bench.print(second, SLIP)).isEqualTo(new Printed(1));
        PrinterOnBench.await(() -> bench.events.size() == 3);
        assertThat(bench.events).containsExactly(Event.PRESENTED, Event.TAKEN, Event.PRESENTED);
    }

    @Test
    void theSameVisitPrintsItsSecondReceiptBesideTheFirst() throws Exception {
        begin(ReceiptPrinterModel.WIDE, FOR_EVER);
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
    }

    @Test
    void paperNobodyTookIsDrawnBackOnceItsVisitHasEnded() throws Exception {
        begin(ReceiptPrinterModel.WIDE, rules(Presenter.CUSTOM, true, Duration.ofMillis(300), 0));
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        PrinterOnBench.await(() -> bench.printer.outlet().state() == State.PRESENTED);
        first.end();
        PrinterOnBench.await(() -> bench.events.contains(Event.RETRACTED));
        assertThat(bench.emulator.retracted()).isEqualTo(1);
        assertThat(bench.printer.outlet().state()).isEqualTo(State.EMPTY);
        assertThat(bench.print(second, SLIP)).isEqualTo(new Printed(1));
    }

    @Test
    void paperThatCannotBeDrawnBackIsAFaultForTheAttendantUntilItIsTaken() throws Exception {
        begin(ReceiptPrinterModel.WIDE, rules(Presenter.CUSTOM, true, Duration.ofMillis(300), 0));
        bench.emulator.jamRetract(true);
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        first.end();
        var status = bench.awaitFault("RCP-RETRACT");
        assertThat(status.availability()).isEqualTo(Availability.USER_ERROR);
        assertThat(status.faults()).allMatch(fault -> fault.mender() == Mender.ATTENDANT);
        assertThat(bench.events).containsExactly(Event.PRESENTED, Event.RETRACT_FAILED);
        bench.emulator.take();
        bench.awaitWell();
        assertThat(bench.raised("RCP-RETRACT")).isEqualTo(1);
    }

    @Test
    void aFullBinIsAWarningAndNothingMoreIsDrawnBack() throws Exception {
        begin(ReceiptPrinterModel.WIDE, rules(Presenter.CUSTOM, true, Duration.ZERO, 1));
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        assertThat(DeviceContract.end(bench.printer.outlet().retract())).isEqualTo(Retraction.RETRACTED);
        assertThat(bench.awaitFault("RCP-BIN-FULL").availability()).isEqualTo(Availability.ONLINE);
        assertThat(bench.print(second, SLIP)).isEqualTo(new Printed(1));
        PrinterOnBench.await(() -> bench.printer.outlet().state() == State.PRESENTED);
        assertThat(DeviceContract.end(bench.printer.outlet().retract())).isEqualTo(Retraction.FAILED);
        bench.emulator.cover(true); // the attendant empties the bin
        bench.awaitFault("RCP-COVER-OPEN");
        bench.emulator.cover(false);
        bench.awaitWell();
    }

    @Test
    void paperFromBeforeARestartBelongsToNobodyAndBlocks() throws Exception {
        begin(ReceiptPrinterModel.WIDE, rules(Presenter.CUSTOM, false, Duration.ofMillis(300), 0));
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        bench.connect(Profiles.with(rules(Presenter.CUSTOM, false, Duration.ofMillis(300), 0)));
        assertThat(bench.print(first, SLIP)).isEqualTo(new NotPrinted(Reason.OUTLET_BLOCKED));
        assertThat(bench.awaitFault("RCP-OUTLET-BLOCKED").availability()).isEqualTo(Availability.USER_ERROR);
        bench.emulator.take();
        bench.awaitWell();
    }

    @Test
    void nothingThereIsSaidSo() throws Exception {
        begin(ReceiptPrinterModel.WIDE, FOR_EVER);
        assertThat(DeviceContract.end(bench.printer.outlet().retract())).isEqualTo(Retraction.NOTHING_THERE);
        assertThat(bench.events).isEmpty();
    }

    @Test
    void aPresenterThatTellsNothingIsToldToDrawBackAfterTheVisit() throws Exception {
        begin(ReceiptPrinterModel.WIDE.with(Outlet.TTP), rules(Presenter.TTP, true, Duration.ofMillis(300), 0));
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        assertThat(bench.printer.outlet().state()).isEqualTo(State.UNKNOWN);
        first.end();
        PrinterOnBench.await(() -> bench.emulator.retracted() == 1);
        assertThat(bench.slips()).singleElement().asString().contains("办理回执");
    }

    @Test
    void aPrinterWithoutPresenterKnowsNothingOfItsOutlet() throws Exception {
        begin(ReceiptPrinterModel.WIDE.with(Outlet.PLAIN), OutletRules.NONE);
        assertThat(bench.print(first, SLIP)).isEqualTo(new Printed(1));
        assertThat(bench.printer.outlet().state()).isEqualTo(State.UNKNOWN);
        assertThat(bench.print(second, SLIP)).isEqualTo(new Printed(1));
        assertThat(DeviceContract.end(bench.printer.outlet().retract())).isEqualTo(Retraction.NOT_SUPPORTED);
        assertThat(bench.printer.capabilities()).containsExactly(Capability.CONFIRMS_PRINTED);
    }

    private void begin(ReceiptPrinterModel model, OutletRules rules) throws Exception {
        bench = new PrinterOnBench(model, Profiles.with(rules));
        bench.awaitWell();
    }

    private static OutletRules rules(Presenter presenter, boolean retracts, Duration patience, int bin) {
        return new OutletRules(presenter, true, retracts, 12, patience, bin);
    }
}
