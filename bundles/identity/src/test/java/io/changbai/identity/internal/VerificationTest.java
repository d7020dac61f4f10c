package io.changbai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceImage;
import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.identity.FaceResult.NotVerified;
import io.changbai.identity.FaceResult.Why;
import io.changbai.identity.IdentityCommand;
import io.changbai.identity.Person;
import io.changbai.platform.link.Answer;
import io.changbai.platform.messages.core.VerifyFace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final byte[] WIPED = new byte[4];

    private final FakeDevice.Camera camera = new FakeDevice.Camera();
    private final AskedPlatform platform = new AskedPlatform();
    private final DeviceIdentity identity =
            new DeviceIdentity(platform, Duration.ofSeconds(8), Duration.ofSeconds(15), Runnable::run);
    private final List<FaceHint> hints = new ArrayList<>();
    private final byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1, 2};

    @BeforeEach
    void plugIn() {
        identity.addFaceCamera(camera);
    }

    @Test
    void theFaceIsSentAndIsWipedBeforeTheResultIsGiven() {
        IdentityCommand<FaceResult> command = verify();
        byte[][] atResult = new byte[1][];
        command.result().thenAccept(result -> atResult[0] = jpeg.clone());
        capture();
        assertThat(((VerifyFace) platform.asked.body()).jpeg()).containsExactly(0xFF, 0xD8, 1, 2);
        platform.answers(200, "{\"verdict\":\"MATCH\",\"proof\":\"proof-1\"}");
        assertThat(end(command)).isEqualTo(new FaceResult.Verified("proof-1"));
        assertThat(atResult[0]).isEqualTo(WIPED);
    }

    @Test
    void wipedAfterAMismatch() {
        wipedAfter(200, "{\"verdict\":\"MISMATCH\"}", Why.MISMATCH);
    }

    @Test
    void wipedAfterAnUnusablePicture() {
        wipedAfter(200, "{\"verdict\":\"UNUSABLE\"}", Why.NO_FACE);
    }

    @Test
    void wipedAfterGarbage() {
        wipedAfter(200, "{{", Why.PLATFORM_SILENT);
    }

    @Test
    void wipedAfterAMatchWithoutProof() {
        wipedAfter(200, "{\"verdict\":\"MATCH\"}", Why.PLATFORM_SILENT);
    }

    @Test
    void wipedAfterAnErrorOfThePlatform() {
        wipedAfter(500, "", Why.PLATFORM_SILENT);
    }

    @Test
    void wipedAfterSilence() {
        IdentityCommand<FaceResult> command = verify();
        capture();
        platform.answer.complete(new Answer.NoAnswer());
        assertThat(why(command)).isEqualTo(Why.PLATFORM_SILENT);
        assertThat(jpeg).isEqualTo(WIPED);
    }

    @Test
    void wipedWhenTheLinkHasADefect() {
        platform.broken = true;
        IdentityCommand<FaceResult> command = verify();
        capture();
        assertThat(command.result().toCompletableFuture()).isCompletedExceptionally();
        assertThat(jpeg).isEqualTo(WIPED);
    }

    @Test
    void wipedWhenCancelledWhileThePlatformThinks() {
        IdentityCommand<FaceResult> command = verify();
        capture();
        command.cancel();
        assertThat(why(command)).isEqualTo(Why.CANCELLED);
        assertThat(jpeg).isEqualTo(WIPED);
        platform.answers(200, "{\"verdict\":\"MATCH\",\"proof\":\"late\"}");
        assertThat(why(command)).isEqualTo(Why.CANCELLED);
    }

    @Test
    void wipedWhenThePictureComesAfterTheCancelAndNeverSent() {
        IdentityCommand<FaceResult> command = verify();
        command.cancel();
        assertThat(camera.cancelled).isTrue();
        capture();
        assertThat(why(command)).isEqualTo(Why.CANCELLED);
        assertThat(jpeg).isEqualTo(WIPED);
        assertThat(platform.asked).isNull();
    }

    @Test
    void nobodyInFrontOfTheCamera() {
        IdentityCommand<FaceResult> command = verify();
        camera.running.complete(new CaptureResult.NoFace(Optional.of(Guidance.CLOSER)));
        assertThat(why(command)).isEqualTo(Why.NO_FACE);
        assertThat(platform.asked).isNull();
    }

    @Test
    void aFaceThatIsNotKnownToLiveIsNeverSent() {
        for (Liveness liveness : EnumSet.complementOf(EnumSet.of(Liveness.LIVE))) {
            IdentityCommand<FaceResult> command = verify();
            camera.running.complete(new CaptureResult.NotLive(liveness));
            assertThat(why(command)).isEqualTo(Why.NOT_LIVE);
        }
        assertThat(platform.asked).isNull();
    }

    @Test
    void handsOnWhatTheCameraAsksOfThePerson() {
        verify();
        for (Guidance guidance : Guidance.values()) {
            camera.guidance.accept(guidance);
        }
        assertThat(hints).containsExactly(FaceHint.values());
    }

    @Test
    void noCameraIsSaidBeforeAndDuring() {
        camera.availability = Availability.NO_DEVICE;
        assertThat(identity.faceNow()).isFalse();
        identity.removeFaceCamera(camera);
        assertThat(identity.faceNow()).isFalse();
        assertThat(why(verify())).isEqualTo(Why.CAMERA_FAILED);
    }

    private void wipedAfter(int code, String body, Why expected) {
        IdentityCommand<FaceResult> command = verify();
        capture();
        platform.answers(code, body);
        assertThat(why(command)).isEqualTo(expected);
        assertThat(jpeg).isEqualTo(WIPED);
    }

    private IdentityCommand<FaceResult> verify() {
        Person person = new Person("p1", "王*民", "890…", List.of(), null, null, false, ClaimWay.ID_CARD);
        return identity.verifyFace(person, "consent-1", hints::add);
    }

    private void capture() {
        camera.running.complete(
                new CaptureResult.Captured(new FaceImage(jpeg), FaceQuality.UNKNOWN, Liveness.NOT_CHECKED));
    }

    private static FaceResult end(IdentityCommand<FaceResult> command) {
        CompletableFuture<FaceResult> result = command.result().toCompletableFuture();
        assertThat(result).isDone();
        return result.join();
    }

    private static Why why(IdentityCommand<FaceResult> command) {
        return end(command) instanceof NotVerified not ? not.why() : null;
    }
}
