package io.changbai.device.api.face;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/** Takes one picture of a face for one consent. There is no way to get a frame without a capture. */
public interface FaceCamera extends Device {

    /**
     * Opens the camera, takes one picture, closes the camera.
     *
     * @param consentId the consent this capture rests on; logged, so random and without personal data
     * @param patience how long to try; after that {@link CaptureResult.NoFace}
     */
    DeviceCommand<CaptureResult> capture(String consentId, Duration patience);
}
