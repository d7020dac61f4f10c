package io.changbai.face.camera.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;

/** Everything that can be wrong with the camera, and who mends it. */
final class CameraFaults {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "CAM-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers at the camera's address, or it sends no pictures; check cable and channel.");

    static final DeviceFault NO_FFMPEG = new DeviceFault(
            "CAM-NO-FFMPEG",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "The camera's channel needs the program ffmpeg; install the Debian package ffmpeg.");

    static final DeviceFault SWAP = new DeviceFault(
            "CAM-SWAP",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Memory with a face could be written to disk: this machine swaps. Turn swap off, or set swap.allowed.");

    static final DeviceFault NO_PICTURES = new DeviceFault(
            "CAM-NO-PICTURES",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The camera is there and its stream stands still or holds no usable picture; replug it, else replace it.");

    static final DeviceFault ENGINE = new DeviceFault(
            "CAM-ENGINE",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The face engine crashes, hangs or talks nonsense; see the terminal's log, check engine.command and licence.");

    private CameraFaults() {}
}
