package io.changbai.card.reader.internal.ssse;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Notices when a call into the reader does not come back. PC/SC has no cancel for a command to a card: the device's thread
 * stays where it is until the daemon or the reader lets go, so all that can be done is to say it.
 */
final class Watchdog implements AutoCloseable {

    private final Duration limit;
    private final Runnable hangs;
    private final ScheduledThreadPoolExecutor timer;
    private volatile boolean hanging;

    /** @param hangs called on the watchdog's thread, once per call that does not come back */
    Watchdog(String deviceId, Duration limit, Runnable hangs) {
        this.limit = limit;
        this.hangs = hangs;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "watchdog-" + deviceId);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A call under way; closed when it came back. */
    interface Call extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins to watch a call. */
    Call watch() {
        ScheduledFuture<?> alarm = timer.schedule(this::bark, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            alarm.cancel(false);
            hanging = false;
        };
    }

    /** Whether a call is overdue now. Any thread. */
    boolean isHanging() {
        return hanging;
    }

    private void bark() {
        hanging = true;
        hangs.run();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
