package io.changbai.document.camera.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;

/** Everything that can be wrong with a document camera. */
final class CameraFaults {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "DCM-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers at the document camera's address; check cable and channel.");

    static final DeviceFault NO_PICTURES = new DeviceFault(
            "DCM-NO-PICTURES",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The document camera is there and sent no picture that can be used, the last time it was opened.");

    static final DeviceFault NO_TOOL = new DeviceFault(
            "DCM-NO-TOOL",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "A program that the document camera's channel needs is not installed.");

    private CameraFaults() {}
}
