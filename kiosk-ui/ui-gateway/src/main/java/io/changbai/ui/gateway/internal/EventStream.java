package io.changbai.ui.gateway.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * One browser's event stream. Holds at most one unsent view, the newest, however slow the reader is. All methods but
 * those of {@link WriteListener} belong to the room's thread; no thread of the web server waits for a reader.
 */
final class EventStream implements WriteListener {

    /** A browser on this machine that takes nothing for so long is gone or hung; its page will come back by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final byte[] HEARTBEAT = {':', '\n', '\n'};

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Executor room;
    private byte[] newest;
    private boolean unflushed;
    private boolean open;
    private boolean ended;
    private Instant waitingSince;

    EventStream(AsyncContext context, ServletOutputStream out, Executor room, Instant now) {
        this.context = context;
        this.out = out;
        this.room = room;
        this.waitingSince = now;
    }

    void send(byte[] event) {
        newest = event;
        pump();
    }

    /** Proves to both ends that the other is there. */
    void beat(Instant now) {
        if (newest == null && !unflushed) {
            waitingSince = now;
            send(HEARTBEAT);
        } else if (now.isAfter(waitingSince.plus(PATIENCE))) {
            end();
        }
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        if (!ended) {
            ended = true;
            context.complete();
        }
    }

    /** The server asks for {@code isReady} before each write and each flush; when it says no, it calls us later. */
    private void pump() {
        if (!open || ended) {
            return;
        }
        try {
            while (newest != null && out.isReady()) {
                out.write(newest);
                newest = null;
                unflushed = true;
            }
            if (unflushed && out.isReady()) {
                out.flush();
                unflushed = false;
            }
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the server ends the request on its own account too.
            end();
        }
    }

    @Override
    public void onWritePossible() {
        room.execute(() -> {
            open = true;
            pump();
        });
    }

    @Override
    public void onError(Throwable gone) {
        room.execute(this::end);
    }
}
