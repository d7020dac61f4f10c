package io.changbai.document.camera.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.page.DocumentCamera;
import io.changbai.device.contract.DocumentCameraContract;
import io.changbai.device.contract.emulated.EmulatedDocumentCamera;
import io.changbai.device.link.internal.UriFrameSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class DocumentCameraContractTest implements DocumentCameraContract {

    private final EmulatedDocumentCamera hands = new EmulatedDocumentCamera();
    private final StreamDocumentCamera camera = new StreamDocumentCamera(
            new UriFrameSource(), hands.channel(), Duration.ofMillis(50), PageRules.STANDARD, new SteadyClock());

    @Override
    public DocumentCamera device() {
        return camera;
    }

    @Override
    public PageHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        camera.close();
        hands.close();
    }
}
