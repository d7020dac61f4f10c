package io.changbai.cabinet.internal.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the terminal's health on its own thread, and feeds the watchdogs only while there is no complaint. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Health health;
    private final List<Feed> feeds;
    private final Duration period;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;
    private boolean wasReady;
    private List<String> complaints = List.of();

    Watch(Health health, List<Feed> feeds, Duration period) {
        this.health = health;
        this.feeds = List.copyOf(feeds);
        this.period = period;
        this.thread = new Thread(this::run, "watchdog");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        try {
            do {
                look();
            } while (!ending.await(wasReady ? period.toMillis() : untilReady(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks more often at first: whoever waits for the start should not wait a whole period more. */
    private long untilReady() {
        return Math.min(250, period.toMillis());
    }

    private void look() {
        List<String> now = health.complaints();
        if (!now.equals(complaints)) {
            complaints = now;
            if (wasReady) {
                say(now);
            }
        }
        if (!now.isEmpty()) {
            return;
        }
        feeds.forEach(wasReady ? Feed::feed : Feed::ready);
        wasReady = true;
    }

    private static void say(List<String> complaints) {
        if (complaints.isEmpty()) {
            LOG.info("all is well again; the watchdog is fed");
        } else {
            LOG.error("the watchdog is not fed: {}", complaints);
        }
    }

    /** An end that is meant. */
    @Override
    public void close() {
        ending.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feeds.forEach(Feed::close);
    }
}
