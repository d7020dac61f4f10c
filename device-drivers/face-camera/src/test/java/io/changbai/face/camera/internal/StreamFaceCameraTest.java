package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.api.face.FaceCameraContract;
import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.link.internal.UriFrameSource;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver against the emulated camera. */
@Timeout(60)
class StreamFaceCameraTest implements FaceCameraContract {

    private final WatchedSource source = new WatchedSource(new UriFrameSource());
    private CameraEmulator emulator;
    private StreamFaceCamera camera;

    @BeforeEach
    void start() {
        emulator = new CameraEmulator(0).start();
        emulator.show("wang-min");
        camera = Cameras.plain(source, emulator.url());
    }

    @AfterEach
    void stop() {
        camera.close();
        emulator.close();
    }

    @Override
    public FaceCamera device() {
        return camera;
    }

    @Override
    public void unplug() {
        emulator.unplug();
    }

    @Override
    public void plug() {
        emulator.plug();
    }

    @Override
    public void pictures(boolean delivered) {
        emulator.freeze(!delivered);
    }

    @Override
    public int openStreams() {
        return source.open.get();
    }

    @Test
    void takesTheThirdPictureAndWipesTheFirstTwo() throws Exception {
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        CaptureResult result = DeviceContract.end(camera.capture("consent", PATIENCE, NOBODY_LISTENS));
        assertThat(result)
                .isInstanceOfSatisfying(
                        CaptureResult.Captured.class,
                        captured -> assertThat(captured.image().jpeg()).isSameAs(source.frames.get(2)));
        assertThat(source.frames.get(0)).containsOnly(0);
        assertThat(source.frames.get(1)).containsOnly(0);
        byte[] jpeg = source.frames.get(2);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(640);
    }

    @Test
    void failsWhenTheCameraIsUnpluggedDuringTheCapture() throws Exception {
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        emulator.freeze(true);
        DeviceCommand<CaptureResult> command = camera.capture("consent", PATIENCE, NOBODY_LISTENS);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (openStreams() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        emulator.unplug();
        assertThat(DeviceContract.end(command)).isEqualTo(new CaptureResult.Failed(CameraFaults.NO_DEVICE));
        assertThat(source.frames).allSatisfy(frame -> assertThat(frame).containsOnly(0));
    }

    @Test
    void captureWorksAgainAfterTheCableIsBack() throws Exception {
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        emulator.unplug();
        assertThat(DeviceContract.end(camera.capture("consent", PATIENCE, NOBODY_LISTENS)))
                .isInstanceOf(CaptureResult.Failed.class);
        emulator.plug();
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        assertThat(DeviceContract.end(camera.capture("consent", PATIENCE, NOBODY_LISTENS)))
                .isInstanceOf(CaptureResult.Captured.class);
    }
}
