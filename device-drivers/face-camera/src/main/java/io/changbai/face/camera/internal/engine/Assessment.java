package io.changbai.face.camera.internal.engine;

import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.device.api.face.QualityComponent;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine says of one picture.
 *
 * @param faces how many it sees
 * @param filling height of the largest face in per cent of the picture's; 0 when unknown
 * @param hint what the engine itself wants the person told, before our own reading of the scores
 */
public record Assessment(int faces, int filling, FaceQuality quality, Liveness liveness, Optional<Guidance> hint) {

    private static final Map<String, Liveness> LIVENESS = Map.of(
            "live", Liveness.LIVE,
            "spoof", Liveness.SPOOF,
            "unsure", Liveness.UNSURE,
            "notChecked", Liveness.NOT_CHECKED);

    /** Empty when a needed value is missing or out of its range: the engine does not speak the protocol. */
    static Optional<Assessment> of(EngineText text) {
        Optional<Integer> faces = text.number("faces").filter(count -> count >= 0 && count <= 99);
        Liveness liveness = LIVENESS.get(text.text("liveness"));
        Optional<FaceQuality> quality = quality(text);
        if (faces.isEmpty() || liveness == null || quality.isEmpty()) {
            return Optional.empty();
        }
        int filling = text.number("filling")
                .filter(percent -> percent >= 0 && percent <= 100)
                .orElse(0);
        return Optional.of(new Assessment(faces.get(), filling, quality.get(), liveness, hint(text.text("hint"))));
    }

    private static Optional<FaceQuality> quality(EngineText text) {
        Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
        for (QualityComponent component : QualityComponent.values()) {
            if (!text.values().containsKey("quality." + component)) {
                continue;
            }
            int score = text.number("quality." + component).orElse(Integer.MAX_VALUE);
            if (score < FaceQuality.NOT_JUDGED || score > 100) {
                return Optional.empty();
            } else if (score >= 0) {
                scores.put(component, score);
            }
        }
        return Optional.of(new FaceQuality(scores));
    }

    /** A hint we have no words for is no hint. */
    private static Optional<Guidance> hint(String name) {
        for (Guidance guidance : Guidance.values()) {
            if (guidance.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(guidance);
            }
        }
        return Optional.empty();
    }
}
