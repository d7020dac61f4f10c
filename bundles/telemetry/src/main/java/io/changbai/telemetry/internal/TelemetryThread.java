package io.changbai.telemetry.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code telemetry}: looks once a pace, and soon after something changed, but never twice within the debounce:
 * a printer that reports paper, cover and cutter one after the other gives one look.
 */
final class TelemetryThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryThread.class);

    private final Semaphore changes = new Semaphore(0);
    private final Duration pace;
    private final Duration debounce;
    private final Runnable look;
    private final Thread thread = new Thread(this::run, "telemetry");
    private volatile boolean closed;

    TelemetryThread(Duration pace, Duration debounce, Runnable look) {
        this.pace = pace;
        this.debounce = debounce;
        this.look = look;
        thread.setDaemon(true);
    }

    TelemetryThread start() {
        thread.start();
        return this;
    }

    /** Something changed. Never blocks. */
    void changed() {
        changes.release();
    }

    @Override
    public void close() {
        closed = true;
        changes.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean defective = false;
        while (!closed) {
            try {
                if (changes.tryAcquire(pace.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                    TimeUnit.MILLISECONDS.sleep(debounce.toMillis());
                    changes.drainPermits();
                }
                if (!closed) {
                    look.run();
                    defective = false;
                }
            } catch (InterruptedException e) {
                return; // nobody but the virtual machine's end interrupts this thread
            } catch (RuntimeException defect) {
                if (!defective) {
                    LOG.error("A look failed; looking goes on", defect);
                }
                defective = true;
            }
        }
    }
}
