package io.changbai.face.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.emulators.CameraEmulator.Sight;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drawn faces, judged by the real cascades: what the driver reads from a picture of each kind. */
@Timeout(120)
class AssessorTest {

    private static Assessor assessor;

    @BeforeAll
    static void load() throws IOException {
        assessor = new Assessor();
    }

    @Test
    void refusesWhatIsNoPicture() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        assertThat(assessor.assess(noise)).isEmpty();
        assertThat(assessor.assess(new byte[0])).isEmpty();
        assertThat(assessor.assess(new byte[] {(byte) 0xFF, (byte) 0xD8})).isEmpty();
        byte[] picture = picture(Sight.WELL);
        Arrays.fill(picture, 200, picture.length - 2, (byte) 0);
        assessor.assess(picture); // whatever comes of it, the process lives
    }

    @Test
    void refusesAPictureThatClaimsToBeHuge() {
        byte[] picture = picture(Sight.WELL);
        int header = indexOfFrameHeader(picture);
        picture[header + 5] = (byte) 0xFF; // height 65 280 and more
        assertThat(assessor.assess(picture)).isEmpty();
    }

    private static int indexOfFrameHeader(byte[] jpeg) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
        throw new AssertionError("no frame header");
    }

    @Test
    void aCalmFrontalFaceIsGood() {
        Map<String, Integer> seen = seen(picture(Sight.WELL));
        assertThat(seen).containsEntry("faces", 1).containsEntry("quality.EyesVisible", 100);
        assertThat(seen.get("quality.InterEyeDistance")).isGreaterThan(37);
        assertThat(seen.get("quality.Sharpness")).isGreaterThan(60);
        assertThat(seen.get("quality.HeadPoseRoll")).isGreaterThan(95);
        assertThat(seen.get("quality.UnifiedQualityScore")).isGreaterThan(30);
        assertThat(seen).containsEntry("quality.HeadPoseYaw", -1); // honest: a cascade does not measure it
    }

    @Test
    void neverClaimsToHaveLookedForLife() {
        assertThat(assessor.assess(picture(Sight.WELL)).orElseThrow()).endsWith("liveness=notChecked\n");
    }

    @Test
    void aFarFaceHasEyesTooClose() {
        Map<String, Integer> seen = seen(picture(Sight.FAR));
        assertThat(seen).containsEntry("faces", 1);
        assertThat(Math.max(seen.get("quality.InterEyeDistance"), 0)).isLessThan(37);
        assertThat(seen.get("filling")).isLessThan(25);
    }

    @Test
    void twoFacesAreNoSingleFace() {
        Map<String, Integer> seen = seen(picture(Sight.TWO));
        assertThat(seen).containsEntry("faces", 2);
        assertThat(seen.get("quality.SingleFacePresent")).isLessThan(50);
    }

    @Test
    void aTurnedFaceIsSeenToLookElsewhere() {
        assertThat(seen(picture(Sight.TURNED))).containsEntry("faces", 0).containsEntry("quality.HeadPoseYaw", 0);
    }

    @Test
    void aBlurredFaceIsNotSharp() {
        assertThat(seen(picture(Sight.BLURRED)).get("quality.Sharpness")).isLessThan(25);
    }

    @Test
    void darkAndDazzlingAreToldFromNobody() {
        try (CameraEmulator camera = new CameraEmulator(0)) {
            assertThat(seen(camera.frame()))
                    .containsEntry("faces", 0)
                    .containsEntry("quality.UnderExposurePrevention", 100)
                    .containsEntry("quality.OverExposurePrevention", 100);
            camera.dark(true);
            assertThat(seen(camera.frame()).get("quality.UnderExposurePrevention"))
                    .isLessThan(20);
        }
        assertThat(seen(picture(Sight.OVEREXPOSED)).get("quality.OverExposurePrevention"))
                .isLessThan(50);
    }

    @Test
    void findsTheFaceOnAPictureOf720Lines() throws IOException {
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture(Sight.WELL)));
        BufferedImage large = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        large.createGraphics().drawImage(small, 160, 0, 960, 720, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(large, "jpeg", out);
        assertThat(seen(out.toByteArray())).containsEntry("faces", 1).containsEntry("quality.EyesVisible", 100);
    }

    @Test
    void answersByTheProtocolUntilItsInputEnds() throws IOException {
        ByteArrayOutputStream questions = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(questions);
        new Message(Message.HELLO, 1, new byte[0]).write(to);
        new Message(Message.ASSESS, 2, picture(Sight.WELL)).write(to);
        new Message(Message.ASSESS, 3, new byte[100]).write(to);
        new Message(Message.FORGET, 4, new byte[8_180]).write(to);
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        new EngineMain(assessor).serve(new ByteArrayInputStream(questions.toByteArray()), answers);
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(answers.toByteArray()));
        for (int type : new int[] {Message.READY, Message.ASSESSED, Message.REFUSED, Message.FORGOTTEN}) {
            assertThat(Message.read(from).type()).isEqualTo(type);
        }
        assertThat(Message.read(from)).isNull();
    }

    private static byte[] picture(Sight sight) {
        try (CameraEmulator camera = new CameraEmulator(0)) {
            camera.show("wang-min");
            camera.sight(sight);
            return camera.frame();
        }
    }

    private static Map<String, Integer> seen(byte[] jpeg) {
        return assessor.assess(jpeg)
                .orElseThrow()
                .lines()
                .map(line -> line.split("="))
                .filter(pair -> pair[1].matches("-?\\d+"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
    }
}
