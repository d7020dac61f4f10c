package io.changbai.qr.scanner.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;

/** Everything that can be wrong with a scanner. */
final class ScannerFaults {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "QRS-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers on the scanner's channel; check cable, power, channel, speed and profile.");

    static final DeviceFault REFUSED = new DeviceFault(
            "QRS-REFUSED",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The scanner answers and refuses a command; check that profile and firmware fit together.");

    private ScannerFaults() {}
}
