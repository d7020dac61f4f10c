package io.changbai.face.camera.internal;

import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.QualityComponent;
import io.changbai.face.camera.internal.engine.Assessment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a picture is good enough, and what the person can do when it is not. What an engine does not judge cannot fail.
 * The order of the questions is the order in which people can help: be there, alone, near enough, in light, straight, still.
 */
final class QualityGate {

    /** Where eyes are not found, a face lower than this part of the picture is first of all too far away. */
    private static final int TOO_FAR = 22;

    /** A face higher than this part of the picture is cut off with the next movement. */
    private static final int TOO_CLOSE = 85;

    private static final Pattern MINIMUM = Pattern.compile("([A-Za-z]+)=(\\d{1,3})");

    private final Map<QualityComponent, Integer> minima = new EnumMap<>(QualityComponent.class);

    /**
     * @param lines {@code <OFIQ name>=<0 to 100>} each
     * @throws IllegalArgumentException a line is not of that form
     */
    QualityGate(String... lines) {
        for (String line : lines) {
            Matcher minimum = MINIMUM.matcher(line);
            if (!minimum.matches() || Integer.parseInt(minimum.group(2)) > 100) {
                throw new IllegalArgumentException("quality.minimum '" + line + "': expected <component>=<0 to 100>");
            }
            minima.put(component(minimum.group(1)), Integer.valueOf(minimum.group(2)));
        }
    }

    private static QualityComponent component(String name) {
        for (QualityComponent component : QualityComponent.values()) {
            if (component.toString().equals(name)) {
                return component;
            }
        }
        throw new IllegalArgumentException("quality.minimum: '" + name + "' is no component of OFIQ");
    }

    /** Empty when the picture is good enough. */
    Optional<Guidance> hint(Assessment seen) {
        if (seen.hint().isPresent()) {
            return seen.hint();
        }
        FaceQuality quality = seen.quality();
        if (seen.faces() == 0) {
            return Optional.of(light(quality)
                    .orElse(
                            fails(quality, QualityComponent.HEAD_POSE_YAW)
                                    ? Guidance.LOOK_STRAIGHT
                                    : Guidance.STAND_HERE));
        } else if (fails(quality, QualityComponent.SINGLE_FACE_PRESENT)) {
            return Optional.of(Guidance.ONE_PERSON);
        } else if (fails(quality, QualityComponent.INTER_EYE_DISTANCE) || isSmall(seen)) {
            return Optional.of(Guidance.CLOSER);
        } else if (seen.filling() > TOO_CLOSE) {
            return Optional.of(Guidance.FURTHER);
        }
        return light(quality)
                .or(() -> posture(quality))
                .or(() -> stillness(quality))
                .or(() -> anything(quality));
    }

    private static boolean isSmall(Assessment seen) {
        return seen.quality().of(QualityComponent.INTER_EYE_DISTANCE) == FaceQuality.NOT_JUDGED
                && seen.filling() > 0
                && seen.filling() < TOO_FAR;
    }

    private Optional<Guidance> light(FaceQuality quality) {
        if (fails(quality, QualityComponent.UNDER_EXPOSURE_PREVENTION)) {
            return Optional.of(Guidance.MORE_LIGHT);
        } else if (fails(quality, QualityComponent.OVER_EXPOSURE_PREVENTION)) {
            return Optional.of(Guidance.LESS_LIGHT);
        } else if (fails(quality, QualityComponent.LUMINANCE_MEAN)) {
            boolean bright = quality.of(QualityComponent.OVER_EXPOSURE_PREVENTION)
                    < quality.of(QualityComponent.UNDER_EXPOSURE_PREVENTION);
            return Optional.of(bright ? Guidance.LESS_LIGHT : Guidance.MORE_LIGHT);
        }
        return Optional.empty();
    }

    private Optional<Guidance> posture(FaceQuality quality) {
        boolean turned = fails(quality, QualityComponent.HEAD_POSE_YAW)
                || fails(quality, QualityComponent.HEAD_POSE_PITCH)
                || fails(quality, QualityComponent.HEAD_POSE_ROLL)
                || fails(quality, QualityComponent.EYES_VISIBLE)
                || fails(quality, QualityComponent.EYES_OPEN);
        return turned ? Optional.of(Guidance.LOOK_STRAIGHT) : Optional.empty();
    }

    private Optional<Guidance> stillness(FaceQuality quality) {
        return fails(quality, QualityComponent.SHARPNESS) ? Optional.of(Guidance.HOLD_STILL) : Optional.empty();
    }

    /** A component we have no better words for. */
    private Optional<Guidance> anything(FaceQuality quality) {
        boolean good = minima.keySet().stream().noneMatch(component -> fails(quality, component));
        return good ? Optional.empty() : Optional.of(Guidance.LOOK_STRAIGHT);
    }

    private boolean fails(FaceQuality quality, QualityComponent component) {
        int score = quality.of(component);
        return score != FaceQuality.NOT_JUDGED && score < minima.getOrDefault(component, 0);
    }
}
