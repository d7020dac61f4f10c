package io.changbai.fleet.enrolment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** At most so many knocks per address and minute. */
final class RateLimit {

    private static final long MINUTE = 60_000;
    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    synchronized boolean allows(String address) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        if (counts.size() >= MOST_ADDRESSES && !counts.containsKey(address)) {
            return false;
        }
        return counts.merge(address, 1, Integer::sum) <= perMinute;
    }
}
