package io.changbai.cabinet.internal.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One input whose level counts only once it was stable for its time; the time begins anew at each edge.
 *
 * <pre>
 *   unknown ──stable──► yes ⇄ no        an edge that fell back before its time is a bounce and is counted
 * </pre>
 */
final class Debounced {

    private final Duration untilYes;
    private final Duration untilNo;
    private Boolean level;
    private Boolean candidate;
    private Instant firstEdge;
    private Instant since;
    private long bounces;

    Debounced(Duration untilYes, Duration untilNo) {
        this.untilYes = untilYes;
        this.untilNo = untilNo;
    }

    /** One sample. */
    void see(boolean raw, Instant now) {
        if (level != null && raw == level) {
            if (candidate != null) {
                bounces++;
                candidate = null;
            }
            return;
        }
        if (candidate == null || candidate != raw) {
            bounces += candidate == null ? 0 : 1;
            candidate = raw;
            firstEdge = now;
        }
        if (!now.isBefore(firstEdge.plus(raw ? untilYes : untilNo))) {
            level = raw;
            since = firstEdge;
            candidate = null;
        }
    }

    /** Forgets what was seen: the board is gone. */
    void forget() {
        level = null;
        candidate = null;
    }

    /** The level that counts; empty while none was stable yet. */
    Optional<Boolean> level() {
        return Optional.ofNullable(level);
    }

    /** When the edge came that led to {@link #level}. */
    Instant since() {
        return since;
    }

    /** Edges that fell back since the start. A number that grows is a loose wire. */
    long bounces() {
        return bounces;
    }
}
