package io.changbai.pin.pad.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;

/** The faults a PIN pad reports. */
final class PinPadFaults {

    static final DeviceFault NO_DEVICE =
            fault("PIN-NO-DEVICE", "Nothing answers on the PIN pad's channel; check cable, power and channel.");
    static final DeviceFault TAMPERED = fault(
            "PIN-TAMPERED",
            "The PIN pad says that somebody opened it; take it out of service and send it to its maker.");
    static final DeviceFault NO_KEYS =
            fault("PIN-NO-KEYS", "The PIN pad has no keys, or has used all of them; have new ones injected.");
    static final DeviceFault LINE =
            fault("PIN-LINE", "What the PIN pad sends arrives damaged; check the speed of its channel and its cable.");
    static final DeviceFault PROTOCOL =
            fault("PIN-PROTOCOL", "The PIN pad refuses a request it should know; check its model and firmware.");

    private PinPadFaults() {}

    private static DeviceFault fault(String code, String text) {
        return new DeviceFault(code, Severity.FAULT, Mender.TECHNICIAN, text);
    }
}
