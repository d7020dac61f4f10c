package io.changbai.resident.services.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A thread and a clock the test leads: nothing runs and no time goes by but in {@link #lead}. */
final class LedTime extends Clock implements Later {

    private record Due(Instant at, Runnable work) {}

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Due> due = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T11:05:00Z");

    @Override
    public void execute(Runnable work) {
        queue.add(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        due.add(new Due(now.plus(delay), work));
    }

    void settle() {
        lead(Duration.ZERO);
    }

    void lead(Duration time) {
        Instant end = now.plus(time);
        drain();
        while (true) {
            Due next = due.stream()
                    .filter(one -> !one.at().isAfter(end))
                    .min(Comparator.comparing(Due::at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            due.remove(next);
            now = next.at();
            next.work().run();
            drain();
        }
        now = end;
    }

    private void drain() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
