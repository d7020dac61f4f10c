package io.changbai.face.camera.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.device.api.face.QualityComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver's side of the bytes in docs/protocols/face-engine.md. */
class EngineVectorsTest {

    private static final Path PAGE = Path.of("../../docs/protocols/face-engine.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000182000000030000000A", // not "CF"
                "43460282000000030000000A", // version 2
                "434601820000000300010001", // 65 537 bytes
                "4346018200000003FFFFFFFF"
            })
    void refusesHeadersThatAreNone(String hex) {
        assertThat(EngineMessage.payloadLength(HexFormat.of().parseHex(hex))).isNegative();
    }

    @Test
    void readsAnAnswersHeader() {
        byte[] header = HexFormat.of().parseHex("434601820000000300010000");
        assertThat(EngineMessage.payloadLength(header)).isEqualTo(65_536);
        assertThat(EngineMessage.of(header, new byte[0]).type()).isEqualTo(EngineMessage.ASSESSED);
        assertThat(EngineMessage.of(header, new byte[0]).id()).isEqualTo(3);
    }

    @Test
    void writesTheQuestionsOfThePage() throws IOException {
        onThePage(EngineMessage.HELLO, 1, "");
        onThePage(EngineMessage.ASSESS, 2, "FFD8FFD9");
        onThePage(EngineMessage.FORGET, 4, "0000");
    }

    private static void onThePage(int type, int id, String payload) throws IOException {
        String page = Files.readString(PAGE).replaceAll("\\s+", "");
        byte[] header = EngineMessage.header(type, id, payload.length() / 2);
        assertThat(page).contains(HexFormat.of().withUpperCase().formatHex(header) + payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces", "=1", "fa ces=1", "faces=1\u0000", "faces=1\r", "faces=1\nfaces=2", "ünd=1"})
    void refusesTextsThatAreNone(String text) {
        assertThat(EngineText.decode(bytes(text))).isEmpty();
    }

    @Test
    void refusesTextsWithoutEnd() {
        assertThat(EngineText.decode(bytes("a=" + "x".repeat(201)))).isEmpty();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 129; i++) {
            many.append("a").append(i).append("=1\n");
        }
        assertThat(EngineText.decode(bytes(many.toString()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "faces=1",
                "liveness=live",
                "faces=1\nliveness=alive",
                "faces=1\nliveness=LIVE",
                "faces=-1\nliveness=live",
                "faces=100\nliveness=live",
                "faces=one\nliveness=live",
                "faces=1\nliveness=live\nquality.Sharpness=101",
                "faces=1\nliveness=live\nquality.Sharpness=-2",
                "faces=1\nliveness=live\nquality.Sharpness=good"
            })
    void anAssessmentWithoutWhatItNeedsIsNone(String text) {
        assertThat(EngineText.decode(bytes(text)).flatMap(Assessment::of)).isEmpty();
    }

    @Test
    void readsAnAssessmentAndPassesOverWhatItDoesNotKnow() {
        Optional<Assessment> assessment = EngineText.decode(
                        bytes(
                                "faces=2\nfilling=40\nliveness=unsure\n"
                                        + "quality.Sharpness=7\nquality.HeadPoseYaw=-1\nquality.Beauty=3\nhint=one-person\ncolour=blue\n"))
                .flatMap(Assessment::of);
        assertThat(assessment).hasValueSatisfying(seen -> {
            assertThat(seen.faces()).isEqualTo(2);
            assertThat(seen.filling()).isEqualTo(40);
            assertThat(seen.liveness()).isEqualTo(Liveness.UNSURE);
            assertThat(seen.hint()).contains(Guidance.ONE_PERSON);
            assertThat(seen.quality().of(QualityComponent.SHARPNESS)).isEqualTo(7);
            assertThat(seen.quality().of(QualityComponent.HEAD_POSE_YAW)).isEqualTo(FaceQuality.NOT_JUDGED);
            assertThat(seen.quality().scores()).hasSize(1);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
