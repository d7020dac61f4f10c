package io.changbai.face.camera.internal;

import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.contract.FaceCameraContract;
import io.changbai.device.contract.emulated.EmulatedFaceCamera;
import io.changbai.device.link.internal.UriFrameSource;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class FaceCameraContractTest implements FaceCameraContract {

    private final EmulatedFaceCamera hands = new EmulatedFaceCamera();
    private final StreamFaceCamera camera = Cameras.plain(new UriFrameSource(), hands.channel());

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
