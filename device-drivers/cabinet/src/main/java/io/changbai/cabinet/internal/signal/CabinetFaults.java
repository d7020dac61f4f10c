package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.PowerIn;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a cabinet, and who mends it. */
final class CabinetFaults {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "CAB-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The signal board does not answer; doors and lights are not known. Check its cable, power, channel and unit number.");

    static final DeviceFault TAMPER = new DeviceFault(
            "CAB-TAMPER",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The tamper sensor spoke. Look at the cabinet, then turn the operator switch to supervisor to reset it.");

    static final DeviceFault DOOR_OPEN = new DeviceFault(
            "CAB-DOOR-OPEN",
            Severity.FAULT,
            Mender.ATTENDANT,
            "The cabinet's door is open, or the wire of its contact is broken.");

    static final DeviceFault MAINTENANCE = new DeviceFault(
            "CAB-MAINTENANCE",
            Severity.INFO,
            Mender.ATTENDANT,
            "The operator switch is not on run; nobody is served until it is.");

    static final DeviceFault POWER_FAIL = new DeviceFault(
            "CAB-POWER-FAIL",
            Severity.FAULT,
            Mender.SELF_CLEARING,
            "The power-fail contact says there is no mains; running visits end, no new one begins.");

    private CabinetFaults() {}

    /** Everything wrong in this state. */
    static List<DeviceFault> of(CabinetState state) {
        List<DeviceFault> faults = new ArrayList<>();
        if (state.tampered()) {
            faults.add(TAMPER);
        }
        if (state.door() == Door.OPEN) {
            faults.add(DOOR_OPEN);
        }
        if (state.operatorSwitch() != OperatorSwitch.RUN) {
            faults.add(MAINTENANCE);
        }
        if (state.mains() == PowerIn.NO_POWER) {
            faults.add(POWER_FAIL);
        }
        return faults;
    }

    static Availability availability(CabinetState state) {
        if (state.tampered()) {
            return Availability.FRAUD_ATTEMPT;
        }
        boolean somebodyInside = state.door() == Door.OPEN || state.operatorSwitch() != OperatorSwitch.RUN;
        return somebodyInside ? Availability.USER_ERROR : Availability.ONLINE;
    }
}
