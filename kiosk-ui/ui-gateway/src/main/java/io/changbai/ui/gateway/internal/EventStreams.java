package io.changbai.ui.gateway.internal;

import io.changbai.journey.VisitView;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** All open streams, and the one thread {@code ui-gateway} that writes to them. */
final class EventStreams implements AutoCloseable {

    /** The screen, a reload that overlaps it, and an engineer who looks over its shoulder. */
    static final int LIMIT = 4;

    private final Clock clock;
    private final ScheduledThreadPoolExecutor room;
    private final Deque<EventStream> streams = new ArrayDeque<>();
    private final AtomicReference<VisitView> newest = new AtomicReference<>();
    private byte[] event;

    EventStreams(Clock clock, Duration heartbeat) {
        this.clock = clock;
        this.room = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "ui-gateway"));
        room.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        long period = heartbeat.toMillis();
        var unused = room.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Any thread; never blocks. Views that come faster than they are written are skipped, never queued. */
    void show(VisitView view) {
        if (newest.getAndSet(view) == null) {
            room.execute(this::broadcast);
        }
    }

    /** A fifth stream ends the oldest: a page that is reloaded must never wait for its own ghost. */
    void open(AsyncContext context) throws IOException {
        ServletOutputStream out = context.getResponse().getOutputStream();
        EventStream stream = new EventStream(context, out, this::run, clock.instant());
        room.execute(() -> add(stream));
        out.setWriteListener(stream);
    }

    private void add(EventStream stream) {
        streams.removeIf(EventStream::isEnded);
        if (streams.size() == LIMIT) {
            streams.removeFirst().end();
        }
        streams.addLast(stream);
        if (event != null) {
            stream.send(event);
        }
    }

    private void broadcast() {
        event = ViewJson.event(newest.getAndSet(null));
        streams.forEach(stream -> stream.send(event));
    }

    private void beat() {
        streams.forEach(stream -> stream.beat(clock.instant()));
        streams.removeIf(EventStream::isEnded);
    }

    private void run(Runnable task) {
        try {
            room.execute(task);
        } catch (RejectedExecutionException closed) {
            // The web server reports the end of a stream that we ended ourselves.
        }
    }

    @Override
    public void close() {
        room.execute(() -> List.copyOf(streams).forEach(EventStream::end));
        room.shutdown();
        try {
            room.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
