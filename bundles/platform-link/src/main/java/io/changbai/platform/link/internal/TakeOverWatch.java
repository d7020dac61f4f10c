package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sees that somebody else uses this terminal's name. MQTT tells a client nothing when another one with the same id ends its
 * session; but sessions that are accepted and then die young, three within a minute, have no more likely cause.
 */
final class TakeOverWatch {

    static final LinkFault FAULT = new LinkFault(
            "LNK-TAKEN-OVER", "Sessions end right after they begin: another terminal may use this one's certificate.");

    private static final long YOUNG_MILLIS = 10_000;
    private static final long WITHIN_MILLIS = 60_000;
    private static final int DEATHS = 3;

    private final Deque<Long> youngDeaths = new ArrayDeque<>();
    private boolean takenOver;

    /** @param openedAt when the CONNACK came */
    void died(long openedAt, long now) {
        if (now - openedAt > YOUNG_MILLIS) {
            return;
        }
        youngDeaths.addLast(now);
        while (now - youngDeaths.getFirst() > WITHIN_MILLIS) {
            youngDeaths.removeFirst();
        }
        takenOver |= youngDeaths.size() >= DEATHS;
    }

    /** Stays true until a session has {@link #held}. */
    boolean isTakenOver() {
        return takenOver;
    }

    /** Whether a session of this age proves that nobody takes it. */
    boolean holds(long openedAt, long now) {
        return now - openedAt > WITHIN_MILLIS;
    }

    void held() {
        takenOver = false;
        youngDeaths.clear();
    }
}
