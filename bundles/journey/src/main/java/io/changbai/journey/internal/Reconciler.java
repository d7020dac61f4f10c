package io.changbai.journey.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has open transactions settled in the background: once at the start, and again as long as something is left. Never on
 * the journey thread, for settling waits for the platform.
 */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final VisitThread thread;
    private final Executor background;
    private final IntSupplier reconcile;
    private final Duration rest;
    private boolean under;

    /** @param reconcile gives how many are left */
    Reconciler(VisitThread thread, Executor background, IntSupplier reconcile, Duration rest) {
        this.thread = thread;
        this.background = background;
        this.reconcile = reconcile;
        this.rest = rest;
    }

    /** Begins at once. */
    void start() {
        thread.execute(() -> {
            under = true;
            background.execute(this::settle);
        });
    }

    /** Something new is open; only on the journey thread. */
    void somethingIsOpen() {
        if (!under) {
            under = true;
            again();
        }
    }

    private void settle() {
        int left = 1;
        try {
            left = reconcile.getAsInt();
        } catch (RuntimeException defect) {
            LOG.error("reconciliation has a defect and is tried again", defect);
        }
        boolean settled = left == 0;
        thread.execute(() -> {
            if (settled) {
                under = false;
            } else {
                again();
            }
        });
    }

    private void again() {
        thread.after(rest, () -> background.execute(this::settle));
    }
}
