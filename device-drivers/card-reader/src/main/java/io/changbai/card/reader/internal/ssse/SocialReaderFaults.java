package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.link.CardSlot.State;
import java.util.Optional;

/** The faults a social card reader reports. */
final class SocialReaderFaults {

    /** On the status board, where the log says which of the two it is. For the terminal's work it is the same. */
    static final DeviceFault ABSENT =
            absent("No PC/SC reader of the configured name is there; check its cable, and that pcscd runs.");

    static final DeviceFault NO_READER = absent("No PC/SC reader of the configured name is there; check its cable.");
    static final DeviceFault NO_SERVICE = absent("The PC/SC daemon (pcscd) does not answer; check that it runs.");

    static final DeviceFault HANGS = new DeviceFault(
            "SCR-HANGS",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The reader does not come back from a command; unplug and replug it, or restart pcscd.");

    static final DeviceFault NO_PSAM = new DeviceFault(
            "SCR-NO-PSAM",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The security module (PSAM) is not in its slot; cards of generation 3.00 are refused.");

    static final DeviceFault NO_KEYS = new DeviceFault(
            "SCR-NO-KEYS",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "Nothing in the terminal reaches the key platform; cards of generation 3.00 are refused.");

    private SocialReaderFaults() {}

    private static DeviceFault absent(String text) {
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
