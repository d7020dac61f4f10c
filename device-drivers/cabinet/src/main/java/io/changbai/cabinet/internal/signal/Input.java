package io.changbai.cabinet.internal.signal;

import java.time.Duration;

/** The inputs a cabinet can have, and how long each must be stable before it counts (devices.md §8.4). */
enum Input {
    /** Yes is open. Open at once, closed only when it stays closed: a door that bangs is still open. */
    DOOR(80, 1_000),
    TAMPER(20, 20),
    /** Yes is somebody there; the end is held much longer, by configuration. */
    PRESENCE(200, 15_000),
    MAINTENANCE(200, 200),
    SUPERVISOR(200, 200),
    HEADPHONES(200, 200),
    /** Yes is no mains. Dips shorter than this are what the supply is there for. */
    POWER_FAIL(1_500, 1_500);

    private final Duration untilYes;
    private final Duration untilNo;

    Input(long untilYes, long untilNo) {
        this.untilYes = Duration.ofMillis(untilYes);
        this.untilNo = Duration.ofMillis(untilNo);
    }

    Duration untilYes() {
        return untilYes;
    }

    Duration untilNo() {
        return untilNo;
    }
}
