package io.changbai.pin.pad.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import java.util.List;

/** What the pad says of itself; in the order of its digits 0 to 3. */
enum PadState {
    READY(Availability.ONLINE, List.of()),
    /** Somebody opened it; it has wiped its keys and never works again without its maker. */
    TAMPERED(Availability.FRAUD_ATTEMPT, List.of(PinPadFaults.TAMPERED)),
    /** Keys were never injected, or all of them are used up. */
    NO_KEYS(Availability.HARDWARE_ERROR, List.of(PinPadFaults.NO_KEYS)),
    CAPTURING(Availability.BUSY, List.of());

    private final Availability availability;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list of records of strings and enums
    private final List<DeviceFault> faults;

    PadState(Availability availability, List<DeviceFault> faults) {
        this.availability = availability;
        this.faults = faults;
    }

    Availability availability() {
        return availability;
    }

    List<DeviceFault> faults() {
        return faults;
    }
}
