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

    static final DeviceFault NO_CAMERA = new DeviceFault(
            "QRS-CAMERA-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers at the address of the camera that reads codes; check cable and channel.");

    static final DeviceFault NO_PICTURES = new DeviceFault(
            "QRS-CAMERA-NO-PICTURES",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The camera that reads codes answers and sends no picture; switch it off and on.");

    static final DeviceFault NO_FFMPEG = new DeviceFault(
            "QRS-CAMERA-NO-FFMPEG",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The channel of the camera that reads codes needs the package ffmpeg, which is not installed.");

    private ScannerFaults() {}
}
