package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.link.CardSlot.State;
import java.util.Optional;

/** The faults a social card reader reports. One code for both: for the terminal's work it is the same. */
final class SocialReaderFaults {

    static final DeviceFault NO_READER = fault("No PC/SC reader of the configured name is there; check its cable.");
    static final DeviceFault NO_SERVICE = fault("The PC/SC daemon (pcscd) does not answer; check that it runs.");

    private SocialReaderFaults() {}

    private static DeviceFault fault(String text) {
        return new DeviceFault("SCR-NO-DEVICE", Severity.FAULT, Mender.TECHNICIAN, text);
    }

    /** What is wrong with a slot in this state. */
    static Optional<DeviceFault> of(State state) {
        return switch (state) {
            case NO_SERVICE -> Optional.of(NO_SERVICE);
            case NO_READER -> Optional.of(NO_READER);
            default -> Optional.empty();
        };
    }
}
