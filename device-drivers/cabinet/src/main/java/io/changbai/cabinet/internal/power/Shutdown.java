package io.changbai.cabinet.internal.power;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the operating system once for an orderly shutdown when the power has been ending for a while; mains that comes back
 * in time calls it off. The system then ends this process as it always does: by a signal, with everything on disk.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final List<String> command;
    private final Duration after;
    private final Clock clock;
    private Instant due;
    private boolean asked;

    /** @param command empty when somebody else shuts down */
    Shutdown(List<String> command, Duration after, Clock clock) {
        this.command = List.copyOf(command);
        this.after = after;
        this.clock = clock;
    }

    /** Whether a shutdown is due and was not asked for yet. */
    boolean isAwaited() {
        return due != null && !asked && !command.isEmpty();
    }

    void look(boolean ends) {
        if (!ends) {
            due = null;
            asked = false;
            return;
        }
        if (due == null) {
            due = clock.instant().plus(after);
        }
        if (isAwaited() && !clock.instant().isBefore(due)) {
            asked = true;
            ask();
        }
    }

    private void ask() {
        LOG.warn("the battery is nearly empty: shutting down by {}", command.get(0));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            LOG.error("cannot shut down in order: {}", e.getMessage());
        }
    }
}
