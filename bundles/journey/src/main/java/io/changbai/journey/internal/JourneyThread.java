package io.changbai.journey.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The thread {@code journey} of the real terminal. What comes after its end is dropped. */
final class JourneyThread implements VisitThread {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1,
            work -> {
                Thread thread = new Thread(work, "journey");
                thread.setDaemon(true);
                return thread;
            },
            new DiscardPolicy());

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        var unused = executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what is queued run, forgets what is scheduled, and waits for the end. */
    void end() throws InterruptedException {
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.shutdown();
        executor.awaitTermination(5, TimeUnit.SECONDS);
    }
}
