package io.changbai.device.api.face;

import java.util.EnumMap;
import java.util.Map;

/**
 * How good a picture of a face is: 0 (worst) to 100 by component. What was not judged, or could not be, is not in it.
 */
public record FaceQuality(Map<QualityComponent, Integer> scores) {

    /** Nobody judged. */
    public static final FaceQuality UNKNOWN = new FaceQuality(Map.of());

    /** OFIQ's word for "failed to assess". */
    public static final int NOT_JUDGED = -1;

    public FaceQuality {
        EnumMap<QualityComponent, Integer> copy = new EnumMap<>(QualityComponent.class);
        scores.forEach((component, score) -> {
            if (score < 0 || score > 100) {
                throw new IllegalArgumentException(component + ": " + score);
            }
            copy.put(component, score);
        });
        scores = Map.copyOf(copy);
    }

    /** 0 to 100, or {@link #NOT_JUDGED}. */
    public int of(QualityComponent component) {
        return scores.getOrDefault(component, NOT_JUDGED);
    }
}
