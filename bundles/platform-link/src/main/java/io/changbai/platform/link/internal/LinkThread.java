package io.changbai.platform.link.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code platform-link} with its mailbox, and beside it the few threads on which foreign code runs: command
 * handlers, and what hangs on answers. A slow handler or a blocking asker never holds up the session.
 */
final class LinkThread implements Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(LinkThread.class);

    /** Beyond this much waiting work questions are refused; work of the session itself always gets in. */
    private static final int CROWDED = 2_000;

    private static final int WAITING_COMMANDS = 16;
    private static final long AFTER_DEFECT_MILLIS = 1_000;

    private final LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor commands = pool("platform-link-commands", 1, WAITING_COMMANDS);
    private final ThreadPoolExecutor answers = pool("platform-link-answers", 2, Integer.MAX_VALUE);
    private volatile boolean closed;
    private Thread thread;

    /** Milliseconds that only go forward, whatever happens to the wall clock. */
    static long ticks() {
        return System.nanoTime() / 1_000_000;
    }

    /** Rejects what is more than it can hold. */
    Executor commands() {
        return commands;
    }

    /** Never refuses: after the end the caller's thread does it. */
    Executor answers() {
        return task -> {
            if (answers.isShutdown()) {
                task.run();
            } else {
                answers.execute(task);
            }
        };
    }

    /** @param tick does what is due and says in how many milliseconds it wants to be called again */
    void start(LongSupplier tick) {
        thread = new Thread(() -> run(tick), "platform-link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable work) {
        mailbox.add(work);
    }

    @Override
    public boolean offer(Runnable work) {
        return !closed && mailbox.size() < CROWDED && mailbox.add(work);
    }

    /** Does what is waiting, then ends. */
    void close() throws InterruptedException {
        closed = true;
        execute(() -> {});
        thread.join(TimeUnit.SECONDS.toMillis(5));
        for (Runnable late = mailbox.poll(); late != null; late = mailbox.poll()) {
            late.run(); // a question that slipped in learns that it was not sent
        }
        commands.shutdownNow();
        answers.shutdown();
        answers.awaitTermination(1, TimeUnit.SECONDS);
    }

    private void run(LongSupplier tick) {
        while (!closed || !mailbox.isEmpty()) {
            try {
                Runnable work = mailbox.poll(safely(tick), TimeUnit.MILLISECONDS);
                if (work != null) {
                    safely(() -> {
                        work.run();
                        return 0;
                    });
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One bad message must not end the terminal's only way to the platform. */
    private static long safely(LongSupplier step) {
        try {
            return step.getAsLong();
        } catch (RuntimeException defect) {
            LOG.error("a defect in the link", defect);
            return AFTER_DEFECT_MILLIS;
        }
    }

    private static ThreadPoolExecutor pool(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
