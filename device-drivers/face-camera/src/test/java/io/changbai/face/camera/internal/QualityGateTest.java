package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.device.api.face.QualityComponent;
import io.changbai.face.camera.internal.engine.Assessment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityGateTest {

    private final QualityGate gate = new QualityGate(
            "SingleFacePresent=80",
            "InterEyeDistance=37",
            "UnderExposurePrevention=50",
            "OverExposurePrevention=50",
            "LuminanceMean=30",
            "Sharpness=25",
            "HeadPoseYaw=50",
            "HeadPoseRoll=85",
            "NaturalColour=10");

    private final Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
    private int faces = 1;
    private int filling = 50;

    @ParameterizedTest
    @ValueSource(strings = {"", "Sharpness", "Sharpness=", "Sharpness=101", "sharpness=5", "Beauty=5", "Sharpness=5=6"})
    void refusesAMinimumThatIsNone(String line) {
        assertThatThrownBy(() -> new QualityGate(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quality.minimum");
    }

    @Test
    void nobodyIsAskedToStandHere() {
        faces = 0;
        says(Guidance.STAND_HERE);
        scores.put(QualityComponent.UNDER_EXPOSURE_PREVENTION, 10);
        says(Guidance.MORE_LIGHT);
        scores.put(QualityComponent.UNDER_EXPOSURE_PREVENTION, 90);
        scores.put(QualityComponent.OVER_EXPOSURE_PREVENTION, 10);
        says(Guidance.LESS_LIGHT);
        scores.put(QualityComponent.OVER_EXPOSURE_PREVENTION, 90);
        scores.put(QualityComponent.HEAD_POSE_YAW, 0);
        says(Guidance.LOOK_STRAIGHT);
    }

    @Test
    void whatPeopleCanHelpComesFirst() {
        scores.put(QualityComponent.SHARPNESS, 0);
        says(Guidance.HOLD_STILL);
        scores.put(QualityComponent.HEAD_POSE_ROLL, 10);
        says(Guidance.LOOK_STRAIGHT);
        scores.put(QualityComponent.LUMINANCE_MEAN, 10);
        says(Guidance.MORE_LIGHT);
        scores.put(QualityComponent.INTER_EYE_DISTANCE, 36);
        says(Guidance.CLOSER);
        scores.put(QualityComponent.SINGLE_FACE_PRESENT, 79);
        says(Guidance.ONE_PERSON);
    }

    @Test
    void aBrightFaceIsNotAskedIntoMoreLight() {
        scores.put(QualityComponent.LUMINANCE_MEAN, 10);
        scores.put(QualityComponent.OVER_EXPOSURE_PREVENTION, 60);
        scores.put(QualityComponent.UNDER_EXPOSURE_PREVENTION, 100);
        says(Guidance.LESS_LIGHT);
    }

    @Test
    void aFaceThatFillsThePictureSteppedTooNear() {
        filling = 90;
        says(Guidance.FURTHER);
    }

    @Test
    void aSmallFaceWithoutEyesIsTooFar() {
        filling = 15;
        says(Guidance.CLOSER);
        scores.put(QualityComponent.INTER_EYE_DISTANCE, 60);
        assertThat(hint()).isEmpty();
    }

    @Test
    void aComponentWithoutWordsOfItsOwnStillHoldsTheGate() {
        scores.put(QualityComponent.NATURAL_COLOUR, 9);
        assertThat(hint()).isPresent();
    }

    @Test
    void whatNobodyJudgedCannotFail() {
        assertThat(hint()).isEmpty();
    }

    @Test
    void theEnginesOwnHintGoesFirst() {
        Assessment seen = new Assessment(1, 50, FaceQuality.UNKNOWN, Liveness.UNSURE, Optional.of(Guidance.FURTHER));
        assertThat(gate.hint(seen)).contains(Guidance.FURTHER);
    }

    private void says(Guidance guidance) {
        assertThat(hint()).contains(guidance);
    }

    private Optional<Guidance> hint() {
        return gate.hint(
                new Assessment(faces, filling, new FaceQuality(scores), Liveness.NOT_CHECKED, Optional.empty()));
    }
}
