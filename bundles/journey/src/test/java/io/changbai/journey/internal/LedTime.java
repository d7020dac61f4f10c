package io.changbai.journey.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** The journey's thread and its time, led by the test: nothing runs and no time goes by but in {@link #lead}. */
final class LedTime implements VisitThread {

    private record Due(Duration at, Runnable work) {}

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Due> due = new ArrayList<>();
    private Duration now = Duration.ZERO;

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
        Duration end = now.plus(time);
        drain();
        while (true) {
            Due next = due.stream()
                    .filter(one -> one.at().compareTo(end) <= 0)
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

    /** What a kill of the process leaves: nothing. */
    void forgetAll() {
        queue.clear();
        due.clear();
    }

    private void drain() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }
}
