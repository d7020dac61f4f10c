package io.changbai.device.api.face;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;
import java.util.function.Consumer;

/** Takes one picture of a face for one consent. There is no way to get a frame without a capture. */
public interface FaceCamera extends Device {

    /**
     * Opens the camera, tells the person what to do until the picture is good, takes it, closes the camera and wipes every
     * other frame.
     *
     * @param consentId the consent this capture rests on, not blank; logged, so random and without personal data
     * @param patience how long to try; after that {@link CaptureResult.NoFace}
     * @param guidance told on the device's thread, never two within a second, never the same twice running; only hands over
     * @throws IllegalArgumentException no consent is named
     */
    DeviceCommand<CaptureResult> capture(String consentId, Duration patience, Consumer<Guidance> guidance);
}
