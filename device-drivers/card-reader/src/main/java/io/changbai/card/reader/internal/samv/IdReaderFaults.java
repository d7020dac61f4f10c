package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;

/** The faults an ID card reader reports. */
final class IdReaderFaults {

    static final DeviceFault NO_DEVICE =
            fault("ICR-NO-DEVICE", "Nothing answers on the ID card reader's channel; check cable, power and channel.");
    static final DeviceFault LINE =
            fault("ICR-LINE", "The ID card reader sends garbage; check the speed of its channel and its cable.");
    static final DeviceFault PROTOCOL = fault("ICR-PROTOCOL", "The ID card reader refuses a command it should know.");
    static final DeviceFault SELF_TEST =
            fault("ICR-SELF-TEST", "The reader's security module failed its self-test; replace the reader.");
    static final DeviceFault NOT_AUTHORISED =
            fault("ICR-NOT-AUTHORISED", "The reader's security module is not authorised; call the reader's service.");
    /** One such card may be a forgery; one after the other is the reader. */
    static final DeviceFault RECORD = new DeviceFault(
            "ICR-RECORD",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The ID card reader handed on records of several cards that no card can have; check it with a good card.");

    private IdReaderFaults() {}

    private static DeviceFault fault(String code, String text) {
        return new DeviceFault(code, Severity.FAULT, Mender.TECHNICIAN, text);
    }
}
