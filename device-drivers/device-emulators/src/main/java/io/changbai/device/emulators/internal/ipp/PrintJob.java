package io.changbai.device.emulators.internal.ipp;

/** One job in the printer's queue. Guarded by the queue's lock. */
final class PrintJob {
    static final int PENDING = 3;
    static final int PROCESSING = 5;
    static final int STOPPED = 6;
    static final int CANCELED = 7;
    static final int ABORTED = 8;
    static final int COMPLETED = 9;

    final int id;
    final String name;
    final String user;
    final int copies;
    final long createdSeconds;
    byte[] document;
    int pages;
    int state = PENDING;
    String reason = "job-incoming";
    int impressions;
    long processingSeconds = -1;
    long completedSeconds = -1;

    PrintJob(int id, String name, String user, int copies, long createdSeconds) {
        this.id = id;
        this.name = name;
        this.user = user;
        this.copies = copies;
        this.createdSeconds = createdSeconds;
    }

    boolean isFinished() {
        return state >= CANCELED;
    }

    /** The job has its document and waits its turn. */
    void queue(byte[] bytes) {
        document = bytes;
        pages = PdfPages.count(bytes);
        reason = "job-queued";
    }

    void finish(int finalState, String why, long seconds) {
        state = finalState;
        reason = why;
        completedSeconds = seconds;
        // A finished job keeps no document: nothing may be printed from the spool later.
        document = null;
    }
}
