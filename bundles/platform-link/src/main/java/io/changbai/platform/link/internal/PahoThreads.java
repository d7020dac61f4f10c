package io.changbai.platform.link.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one Paho client, so that all of them end with it. Paho's receiver, sender and callback cancel their own
 * future when they stop; if that future had not begun to run, whoever started them polls for ever for a thread that never
 * comes (paho.mqtt.java issue 850: 266 threads left after 300 forced closes). Here a cancelled task still runs, finds its
 * socket closed, and ends.
 */
final class PahoThreads extends ScheduledThreadPoolExecutor {

    /** Connect, receive, send, callback, disconnect and ping: each may be busy at the same time. */
    private static final int ENOUGH = 8;

    PahoThreads() {
        super(ENOUGH, task -> {
            Thread thread = new Thread(task, "platform-link-mqtt");
            thread.setDaemon(true);
            return thread;
        });
        setRemoveOnCancelPolicy(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        setKeepAliveTime(5, TimeUnit.SECONDS);
    }

    @Override
    public Future<?> submit(Runnable task) {
        Uncancellable future = new Uncancellable();
        execute(() -> {
            try {
                task.run();
            } finally {
                future.done.complete(null);
            }
        });
        return future;
    }

    private static final class Uncancellable implements Future<Object> {
        private final CompletableFuture<Object> done = new CompletableFuture<>();

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return done.isDone();
        }

        @Override
        public Object get() throws InterruptedException, ExecutionException {
            return done.get();
        }

        @Override
        public Object get(long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            return done.get(timeout, unit);
        }
    }
}
