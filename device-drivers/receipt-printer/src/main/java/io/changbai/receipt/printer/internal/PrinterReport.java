package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.Supply;
import io.changbai.device.api.Supply.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a printer's state means for those who read its status. */
record PrinterReport(Availability availability, List<DeviceFault> faults, List<Supply> supplies) {

    private static final String PAPER = "receipt-paper";

    static final DeviceFault PAPER_OUT =
            fault("RCP-PAPER-OUT", Severity.FAULT, Mender.ATTENDANT, "The receipt paper is used up.");
    static final DeviceFault PAPER_LOW =
            fault("RCP-PAPER-LOW", Severity.WARNING, Mender.ATTENDANT, "The receipt paper is nearly used up.");
    static final DeviceFault COVER_OPEN =
            fault("RCP-COVER-OPEN", Severity.FAULT, Mender.ATTENDANT, "The receipt printer's cover is open.");
    static final DeviceFault CUTTER =
            fault("RCP-CUTTER", Severity.FAULT, Mender.ATTENDANT, "The cutter is blocked; open and close the cover.");
    static final DeviceFault MECHANICAL = fault(
            "RCP-MECHANICAL", Severity.FAULT, Mender.ATTENDANT, "The receipt printer reports a mechanical error.");
    static final DeviceFault BROKEN = fault(
            "RCP-BROKEN",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The receipt printer reports an error only power-off ends.");
    static final DeviceFault HEAD_HOT =
            fault("RCP-HEAD-HOT", Severity.INFO, Mender.SELF_CLEARING, "The print head cools down.");
    static final DeviceFault OFFLINE =
            fault("RCP-OFFLINE", Severity.FAULT, Mender.SELF_CLEARING, "The receipt printer says it is offline.");
    static final DeviceFault NO_DEVICE =
            fault("RCP-NO-DEVICE", Severity.FAULT, Mender.TECHNICIAN, "No receipt printer answers.");

    static final DeviceFault RETRACT = fault(
            "RCP-RETRACT", Severity.FAULT, Mender.ATTENDANT, "A receipt could not be drawn back from the outlet.");
    static final DeviceFault OUTLET_BLOCKED = fault(
            "RCP-OUTLET-BLOCKED",
            Severity.FAULT,
            Mender.ATTENDANT,
            "A receipt of an earlier visit lies in the outlet.");
    static final DeviceFault BIN_FULL =
            fault("RCP-BIN-FULL", Severity.WARNING, Mender.ATTENDANT, "The bin for receipts that nobody took is full.");

    private static final Set<DeviceFault> IN_THE_WAY = Set.of(RETRACT, OUTLET_BLOCKED);

    /** @param outlet what is wrong behind the cutter */
    static PrinterReport of(PrinterState state, List<DeviceFault> outlet) {
        List<DeviceFault> faults = new ArrayList<>();
        add(faults, state.broken(), BROKEN);
        add(faults, state.mechanical(), MECHANICAL);
        add(faults, state.cutter(), CUTTER);
        add(faults, state.coverOpen(), COVER_OPEN);
        add(faults, state.paperOut(), PAPER_OUT);
        add(faults, state.paperLow() && !state.paperOut(), PAPER_LOW);
        add(faults, state.waitsByItself(), HEAD_HOT);
        add(faults, state.offline() && faults.isEmpty(), OFFLINE);
        faults.addAll(outlet);
        Availability availability = availability(state);
        boolean inTheWay =
                availability == Availability.ONLINE && outlet.stream().anyMatch(IN_THE_WAY::contains);
        return new PrinterReport(
                inTheWay ? Availability.USER_ERROR : availability, faults, List.of(Supply.of(PAPER, level(state))));
    }

    private static Availability availability(PrinterState state) {
        if (state.broken() || state.mechanical() || state.cutter()) {
            return Availability.HARDWARE_ERROR;
        } else if (state.coverOpen()) {
            return Availability.USER_ERROR;
        }
        return state.paperOut() || state.offline() ? Availability.OFFLINE : Availability.ONLINE;
    }

    private static Level level(PrinterState state) {
        if (state.paperOut()) {
            return Level.OUT;
        }
        return state.paperLow() ? Level.LOW : Level.FULL;
    }

    private static void add(List<DeviceFault> faults, boolean when, DeviceFault fault) {
        if (when) {
            faults.add(fault);
        }
    }

    private static DeviceFault fault(String code, Severity severity, Mender mender, String text) {
        return new DeviceFault(code, severity, mender, text);
    }
}
