package io.changbai.cabinet.internal.power;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.Supply;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerState.Battery;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the power, and who mends it. */
final class PowerFaults {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "UPS-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing is known of the power supply: upsd, or the cable from it to the supply, is silent.");

    static final DeviceFault ENDS_SOON = new DeviceFault(
            "UPS-LOW-BATTERY",
            Severity.FAULT,
            Mender.SELF_CLEARING,
            "There is no mains and the battery is nearly empty; the terminal shuts down in order.");

    static final DeviceFault ON_BATTERY = new DeviceFault(
            "UPS-ON-BATTERY",
            Severity.FAULT,
            Mender.SELF_CLEARING,
            "There is no mains; running visits end, no new one begins.");

    static final DeviceFault REPLACE_BATTERY = new DeviceFault(
            "UPS-REPLACE-BATTERY",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The power supply asks for a new battery; until then the next power cut is a hard one.");

    private PowerFaults() {}

    static List<DeviceFault> of(PowerState state) {
        List<DeviceFault> faults = new ArrayList<>();
        if (state.endsSoon()) {
            faults.add(ENDS_SOON);
        } else if (state.powerIn() == PowerIn.NO_POWER) {
            faults.add(ON_BATTERY);
        }
        if (state.battery() == Battery.FAILURE) {
            faults.add(REPLACE_BATTERY);
        }
        return faults;
    }

    static List<Supply> supplies(PowerState state) {
        Supply.Level level = switch (state.battery()) {
            case FULL, OPERATIONAL -> Supply.Level.FULL;
            case LOW -> Supply.Level.LOW;
            case CRITICAL, FAILURE -> Supply.Level.OUT;
            case UNKNOWN -> Supply.Level.UNKNOWN;
        };
        return List.of(new Supply("battery", level, state.charge()));
    }
}
