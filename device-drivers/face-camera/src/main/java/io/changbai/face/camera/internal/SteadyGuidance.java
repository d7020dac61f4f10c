package io.changbai.face.camera.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.Guidance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the person one thing at a time: only what two pictures running agree on, never two hints within a second, never
 * the same one twice running. A hint that flickers is worse than none.
 */
final class SteadyGuidance {

    private static final Duration STANDS = Duration.ofSeconds(1);
    private static final int AGREEING = 2;

    private final Clock clock;
    private final Consumer<Guidance> listener;
    private Guidance candidate;
    private int seen;
    private Guidance told;
    private Instant toldAt;

    SteadyGuidance(Clock clock, Consumer<Guidance> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** What the newest picture needs. */
    void needs(Guidance guidance) {
        seen = guidance == candidate ? seen + 1 : 1;
        candidate = guidance;
        boolean due =
                toldAt == null || SteadyClock.left(clock, toldAt.plus(STANDS)).isZero();
        if (seen >= AGREEING && guidance != told && due) {
            told = guidance;
            toldAt = clock.instant();
            listener.accept(guidance);
        }
    }

    /** What stood in the way last, whether it was told or not. */
    Optional<Guidance> last() {
        return Optional.ofNullable(candidate);
    }
}
