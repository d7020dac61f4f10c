package io.changbai.device.api.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every face camera holds to. */
public interface FaceCameraContract extends DeviceContract {

    Consumer<Guidance> NOBODY_LISTENS = guidance -> {};

    @Override
    FaceCamera device();

    /** Makes the camera deliver pictures, or none although it is plugged in. */
    void pictures(boolean delivered);

    /** How many streams are open at the far end now. */
    int openStreams();

    @Test
    default void isAFaceCamera() {
        assertThat(device().kind()).isEqualTo(DeviceKind.FACE_CAMERA);
    }

    @Test
    default void opensForNobodyWithoutConsent() {
        for (String none : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> device().capture(none, PATIENCE, NOBODY_LISTENS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(openStreams()).isZero();
    }

    @Test
    default void takesOnePictureAndClosesItsEye() throws Exception {
        pictures(true);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(openStreams()).as("nothing is watched before a capture").isZero();
        CaptureResult result = DeviceContract.end(device().capture("consent-1", PATIENCE, NOBODY_LISTENS));
        assertThat(result).isInstanceOfSatisfying(CaptureResult.Captured.class, captured -> {
            assertThat(captured.image().jpeg()).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
            captured.image().wipe();
            assertThat(captured.image().jpeg()).containsOnly(0);
        });
        awaitClosedEye();
    }

    @Test
    default void saysNoFaceWhenNoPictureComesInTimeAndClosesItsEye() throws Exception {
        pictures(false);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(DeviceContract.end(device().capture("consent-2", Duration.ofMillis(500), NOBODY_LISTENS)))
                .isInstanceOf(CaptureResult.NoFace.class);
        awaitClosedEye();
    }

    @Test
    default void endsACancelledCaptureAndClosesItsEye() throws Exception {
        pictures(false);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<CaptureResult> command = device().capture("consent-3", PATIENCE, NOBODY_LISTENS);
        command.cancel();
        assertThat(DeviceContract.end(command)).isInstanceOf(CaptureResult.Cancelled.class);
        awaitClosedEye();
    }

    @Test
    default void failsWithAFaultWhenTheCameraIsUnplugged() throws Exception {
        pictures(true);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        unplug();
        assertThat(DeviceContract.end(device().capture("consent-4", PATIENCE, NOBODY_LISTENS)))
                .isInstanceOfSatisfying(
                        CaptureResult.Failed.class,
                        failed -> assertThat(failed.fault().code()).endsWith("-NO-DEVICE"));
    }

    private void awaitClosedEye() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (openStreams() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(openStreams()).isZero();
    }
}
