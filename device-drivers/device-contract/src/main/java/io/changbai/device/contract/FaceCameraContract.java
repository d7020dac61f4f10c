package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceCamera;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every face camera holds to. */
public interface FaceCameraContract extends WaitingContract {

    /** What a hand does before such a camera. */
    interface FaceHands extends Hands {

        /** Somebody stands before it and looks at it. */
        void showFace();

        /** Nobody stands there, or the lens is covered: no usable picture comes. */
        void showNothing();

        /** How many streams of pictures are open at the far end, where the hand can tell. */
        Optional<Integer> openStreams();
    }

    @Override
    FaceCamera device();

    @Override
    FaceHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.FACE_CAMERA;
    }

    /** Nobody stands there meanwhile. */
    @Override
    default DeviceCommand<?> await(Duration patience) {
        hands().showNothing();
        return capture(patience);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof CaptureResult.NoFace) {
            return Ended.NOTHING_CAME;
        } else if (result instanceof CaptureResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof CaptureResult.Failed ? Ended.FAILED : Ended.SERVED;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof CaptureResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void takesOnePictureForOneConsentAndClosesItsEye(TestReporter reporter) {
        Await.ready(device());
        hands().openStreams()
                .ifPresent(open -> assertThat(open)
                        .as("streams open before anybody consented")
                        .isZero());
        hands().showFace();
        Stopwatch watch = Stopwatch.start();
        CaptureResult result = Await.end(capture(Await.PATIENCE));
        watch.tell(reporter, "from consent to picture");
        assertThat(result).isInstanceOfSatisfying(CaptureResult.Captured.class, captured -> {
            assertThat(captured.image().jpeg()).startsWith(0xFF, 0xD8);
            captured.image().wipe();
            assertThat(captured.image().jpeg()).containsOnly(0);
        });
        awaitClosedEye();
    }

    @Test
    default void opensForNobodyWithoutConsent() {
        Await.ready(device());
        for (String none : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> device().capture(none, Duration.ofSeconds(1), guidance -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(hands().openStreams().orElse(0)).isZero();
    }

    @Test
    default void closesItsEyeHoweverACaptureEnds() {
        Await.ready(device());
        assertThat(ended(Await.end(await(Duration.ofMillis(500))))).isEqualTo(Ended.NOTHING_CAME);
        awaitClosedEye();
        DeviceCommand<?> command = await(Await.PATIENCE);
        hands().openStreams()
                .ifPresent(now ->
                        Await.until("it looks", () -> hands().openStreams().orElse(1) > 0));
        command.cancel();
        assertThat(ended(Await.end(command))).isEqualTo(Ended.CANCELLED);
        awaitClosedEye();
    }

    @Test
    default void saysNothingOfTheFaceInItsText() {
        Await.ready(device());
        hands().showFace();
        CaptureResult result = Await.end(capture(Await.PATIENCE));
        assertThat(result)
                .isInstanceOfSatisfying(
                        CaptureResult.Captured.class,
                        captured -> assertThat(captured.image().toString())
                                .doesNotContain("[-1, -40", "FFD8")
                                .hasSizeLessThan(200));
        assertThat(result.toString()).hasSizeLessThan(2_000);
    }

    private DeviceCommand<CaptureResult> capture(Duration patience) {
        return device().capture("consent-" + UUID.randomUUID(), patience, guidance -> {});
    }

    private void awaitClosedEye() {
        Await.until("its eye is closed", () -> hands().openStreams().orElse(0) == 0);
    }
}
