package io.changbai.face.camera.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.contract.FaceCameraContract;
import io.changbai.device.contract.emulated.EmulatedFaceCamera;
import io.changbai.device.link.internal.UriFrameSource;
import io.changbai.face.camera.internal.engine.NoEngine;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class FaceCameraContractTest implements FaceCameraContract {

    private final WatchedSource source = new WatchedSource(new UriFrameSource());
    private final EmulatedFaceCamera hands = new EmulatedFaceCamera(() -> Optional.of(source.open.get()));
    private final StreamFaceCamera camera = new StreamFaceCamera(
            source,
            new StreamFaceCamera.Settings(
                    hands.channel(),
                    Duration.ofMillis(200),
                    new CaptureRules(new QualityGate(), false, Duration.ofSeconds(3)),
                    true),
            new NoEngine(),
            new Swap(),
            new SteadyClock());

    @Override
    public FaceCamera device() {
        return camera;
    }

    @Override
    public FaceHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        camera.close();
        hands.close();
    }
}
