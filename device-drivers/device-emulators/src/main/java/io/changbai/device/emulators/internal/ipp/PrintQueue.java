package io.changbai.device.emulators.internal.ipp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The printer behind its responder: jobs one after another, pages one after another, stopped by what people see. */
public final class PrintQueue implements AutoCloseable {
    private static final int IDLE = 3;
    private static final int PROCESSING = 4;
    private static final int STOPPED = 5;

    /** Where finished paper goes. */
    @FunctionalInterface
    public interface Outlet {
        void printed(byte[] document, int pages);
    }

    private final Outlet outlet;
    private final List<PrintJob> jobs = new ArrayList<>();
    private final Set<String> errors = new TreeSet<>();
    private final Set<String> warnings = new TreeSet<>();
    private final long startNanos = System.nanoTime();
    private final Thread thread = new Thread(this::work, "emulator-document-printer-engine");
    private Duration pageTime = Duration.ZERO;
    private boolean stuck;
    private boolean refusing;
    private boolean hidesImpressions;
    private int abortNext;
    private int pagesUntilStop = -1;
    private String stopKeyword = "media-empty";
    private boolean countsLife = true;
    private int lifeCounter = 8_900;
    private boolean closed;

    public PrintQueue(Outlet outlet) {
        this.outlet = outlet;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Stops the printer for a reason such as media-empty, media-jam, cover-open or toner-empty. */
    public synchronized void stop(String keyword) {
        errors.add(keyword);
        notifyAll();
    }

    /** Stops for {@code keyword} when so many more pages are out. */
    public synchronized void stopAfterPages(int pages, String keyword) {
        pagesUntilStop = pages;
        stopKeyword = keyword;
    }

    public synchronized void warn(String keyword) {
        warnings.add(keyword);
    }

    /** Nothing is wrong any more; whatever was begun goes on. */
    public synchronized void mend() {
        errors.clear();
        warnings.clear();
        pagesUntilStop = -1;
        notifyAll();
    }

    public synchronized void pageTime(Duration time) {
        pageTime = time;
    }

    /** Jobs stay in processing and nothing comes out. */
    public synchronized void stuck(boolean on) {
        stuck = on;
        notifyAll();
    }

    public synchronized void refuseJobs(boolean on) {
        refusing = on;
    }

    public synchronized void abortNext(int count) {
        abortNext = count;
    }

    public synchronized void hideImpressions(boolean on) {
        hidesImpressions = on;
    }

    /** Whether it has a page counter of its own; it goes on counting either way. */
    public synchronized void countLife(boolean on) {
        countsLife = on;
    }

    synchronized boolean countsLife() {
        return countsLife;
    }

    synchronized int lifeCounter() {
        return lifeCounter;
    }

    public synchronized boolean isStopped() {
        return !errors.isEmpty();
    }

    public synchronized boolean isStuck() {
        return stuck;
    }

    public synchronized int unfinished() {
        return (int) jobs.stream().filter(job -> !job.isFinished()).count();
    }

    /** Keywords with their suffix, or "none". */
    public synchronized List<String> reasons() {
        List<String> all = new ArrayList<>();
        errors.forEach(keyword -> all.add(keyword.equals("paused") ? keyword : keyword + "-error"));
        warnings.forEach(keyword -> all.add(keyword + "-warning"));
        return all.isEmpty() ? List.of("none") : all;
    }

    public synchronized int state() {
        boolean busy = jobs.stream().anyMatch(job -> job.state == PrintJob.PROCESSING);
        return isStopped() ? STOPPED : busy ? PROCESSING : IDLE;
    }

    /** Drops every job that is not finished, as switching off does. */
    public synchronized void dropAll() {
        jobs.stream()
                .filter(job -> !job.isFinished())
                .forEach(job -> job.finish(PrintJob.ABORTED, "aborted-by-system", upSeconds()));
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isRefusing() {
        return refusing;
    }

    synchronized boolean hidesImpressions() {
        return hidesImpressions;
    }

    synchronized long upSeconds() {
        return 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
    }

    synchronized PrintJob create(String name, String user, int copies) {
        PrintJob job = new PrintJob(jobs.size() + 1, name, user, copies, upSeconds());
        jobs.add(job);
        return job;
    }

    synchronized void submit(PrintJob job, byte[] document) {
        job.queue(document);
        notifyAll();
    }

    synchronized Optional<PrintJob> job(int id) {
        return id < 1 || id > jobs.size() ? Optional.empty() : Optional.of(jobs.get(id - 1));
    }

    synchronized List<PrintJob> jobs(boolean finished) {
        return jobs.stream().filter(job -> job.isFinished() == finished).toList();
    }

    /** False when the job was finished already. */
    synchronized boolean cancel(PrintJob job) {
        if (job.isFinished()) {
            return false;
        }
        job.finish(PrintJob.CANCELED, "job-canceled-by-user", upSeconds());
        notifyAll();
        return true;
    }

    private void work() {
        try {
            PrintJob next = awaitJob();
            while (next != null) {
                print(next);
                next = awaitJob();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized PrintJob awaitJob() throws InterruptedException {
        while (!closed) {
            Optional<PrintJob> next = jobs.stream()
                    .filter(job -> job.state == PrintJob.PENDING && job.document != null)
                    .findFirst();
            next.ifPresent(job -> job.reason = isStopped() ? "printer-stopped" : "job-queued");
            if (next.isPresent() && !isStopped()) {
                return begin(next.get());
            }
            wait();
        }
        return null;
    }

    private PrintJob begin(PrintJob job) {
        job.processingSeconds = upSeconds();
        if (abortNext > 0) {
            abortNext--;
            job.finish(PrintJob.ABORTED, "aborted-by-system", upSeconds());
        } else {
            job.state = PrintJob.PROCESSING;
            job.reason = "job-printing";
        }
        return job;
    }

    private synchronized void print(PrintJob job) throws InterruptedException {
        byte[] document = job.document;
        int sheets = job.pages * job.copies;
        while (!job.isFinished() && !closed && job.impressions < sheets) {
            if (mayGoOn(job)) {
                page(job);
            } else {
                wait();
            }
        }
        if (!job.isFinished() && !closed) {
            job.finish(PrintJob.COMPLETED, "job-completed-successfully", upSeconds());
            outlet.printed(document, sheets);
        }
    }

    private boolean mayGoOn(PrintJob job) {
        job.state = isStopped() ? PrintJob.STOPPED : PrintJob.PROCESSING;
        job.reason = isStopped() ? "printer-stopped" : "job-printing";
        return !stuck && !isStopped();
    }

    private void page(PrintJob job) throws InterruptedException {
        long deadline = System.nanoTime() + pageTime.toNanos();
        long left = pageTime.toMillis();
        while (left > 0 && !job.isFinished() && !closed) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        if (!job.isFinished() && !isStopped()) {
            job.impressions++;
            lifeCounter++;
            if (pagesUntilStop > 0 && --pagesUntilStop == 0) {
                errors.add(stopKeyword);
            }
        }
    }
}
