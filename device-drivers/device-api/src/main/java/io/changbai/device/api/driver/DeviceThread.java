package io.changbai.device.api.driver;

import io.changbai.device.api.DeviceCommand;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a device. It carries out one command at a time, in order, and between commands looks after the
 * device. All I/O of a driver happens here, so a driver needs no locks.
 *
 * <pre>
 *   look ──► look ──► command ──► look ──► …      close: the running command is cancelled, waiting ones are not begun
 * </pre>
 */
public final class DeviceThread implements AutoCloseable {

    /** What a command does. It asks {@link Cancellation} between steps, at least every 200 ms. */
    @FunctionalInterface
    public interface Work<R> {
        R run(Cancellation cancellation);
    }

    /** Whether somebody still wants the result. */
    @FunctionalInterface
    public interface Cancellation {
        boolean isCancelled();
    }

    /** Looks after the device between commands: opens, re-opens after back-off, reads status. Must return within 1 s. */
    @FunctionalInterface
    public interface Upkeep {
        /** @return how long to rest before the next look if no command comes */
        Duration look();
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);
    private static final Duration AFTER_A_DEFECT = Duration.ofSeconds(10);

    /** Those that were started and not closed, whether they still live or not. */
    private static final Set<DeviceThread> STARTED = ConcurrentHashMap.newKeySet();

    private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Upkeep upkeep;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long nextStepNanos = System.nanoTime();

    /** @param deviceId names the thread {@code device-<deviceId>} */
    public DeviceThread(String deviceId, Upkeep upkeep) {
        this.upkeep = upkeep;
        this.thread = new Thread(this::run, "device-" + deviceId);
        this.thread.setDaemon(true);
    }

    /** Starts the thread. Returns at once. */
    public DeviceThread start() {
        STARTED.add(this);
        step(Duration.ZERO);
        thread.start();
        return this;
    }

    /**
     * The names of all device threads that were started, not closed, and are {@code patience} behind their next step:
     * ended by an error, or stuck in a driver. A command under way makes a step whenever it asks its cancellation.
     */
    public static List<String> stuck(Duration patience) {
        long now = System.nanoTime();
        return STARTED.stream()
                .filter(each -> now - each.nextStepNanos > patience.toNanos())
                .map(each -> each.thread.getName())
                .sorted()
                .toList();
    }

    private void step(Duration rest) {
        nextStepNanos = System.nanoTime() + rest.toNanos();
    }

    /**
     * Queues a command.
     *
     * @param cancelled the result when the command is cancelled, or the device closed, before its work began
     */
    public <R> DeviceCommand<R> submit(R cancelled, Work<R> work) {
        Pending<R> pending = new Pending<>(cancelled, work);
        queue.add(pending);
        if (closed) {
            pending.refuse();
        }
        return pending;
    }

    /** Cancels the running command, refuses the waiting ones and waits for the thread to end. */
    @Override
    public void close() {
        closed = true;
        STARTED.remove(this);
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration rest = Duration.ZERO;
        while (!closed) {
            try {
                step(rest);
                Pending<?> next = queue.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
                step(Duration.ZERO);
                if (next != null) {
                    next.carryOut();
                    rest = Duration.ZERO;
                } else {
                    rest = look();
                }
            } catch (InterruptedException e) {
                break; // only close() interrupts
            }
        }
        queue.forEach(Pending::refuse);
    }

    /** A defect in the upkeep must not end the thread: commands would wait for ever. */
    private Duration look() {
        try {
            return upkeep.look();
        } catch (RuntimeException defect) {
            LOG.error("{}: looking after the device failed", thread.getName(), defect);
            return AFTER_A_DEFECT;
        }
    }

    private final class Pending<R> implements DeviceCommand<R>, Cancellation {
        private final R whenCancelled;
        private final Work<R> work;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final CompletableFuture<R> result = new CompletableFuture<>();

        Pending(R whenCancelled, Work<R> work) {
            this.whenCancelled = whenCancelled;
            this.work = work;
        }

        void carryOut() {
            if (cancelled.get()) {
                refuse();
                return;
            }
            try {
                result.complete(work.run(this));
            } catch (RuntimeException | Error defect) {
                result.completeExceptionally(defect);
            }
        }

        void refuse() {
            result.complete(whenCancelled);
        }

        @Override
        public CompletionStage<R> result() {
            return result.minimalCompletionStage();
        }

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        @Override
        public boolean isCancelled() {
            step(Duration.ZERO);
            return cancelled.get() || closed;
        }
    }
}
