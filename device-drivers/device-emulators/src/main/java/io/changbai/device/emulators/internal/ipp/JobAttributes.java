package io.changbai.device.emulators.internal.ipp;

/** What the printer says about a job. */
final class JobAttributes {
    private JobAttributes() {}

    static void write(IppAnswer answer, PrintJob job, PrintQueue queue, String printerUri) {
        synchronized (queue) {
            answer.number(IppTag.INTEGER, "job-id", job.id)
                    .text(IppTag.URI, "job-uri", printerUri + "/" + job.id)
                    .text(IppTag.URI, "job-printer-uri", printerUri)
                    .text(IppTag.NAME, "job-name", job.name)
                    .text(IppTag.NAME, "job-originating-user-name", job.user)
                    .number(IppTag.ENUM, "job-state", job.state)
                    .text(IppTag.KEYWORD, "job-state-reasons", job.reason)
                    .number(IppTag.INTEGER, "job-impressions", job.pages * job.copies)
                    .number(IppTag.INTEGER, "job-printer-up-time", (int) queue.upSeconds())
                    .number(IppTag.INTEGER, "time-at-creation", (int) job.createdSeconds);
            if (!queue.hidesImpressions()) {
                answer.number(IppTag.INTEGER, "job-impressions-completed", job.impressions);
                answer.number(IppTag.INTEGER, "job-media-sheets-completed", job.impressions);
            }
            time(answer, "time-at-processing", job.processingSeconds);
            time(answer, "time-at-completed", job.completedSeconds);
        }
    }

    private static void time(IppAnswer answer, String name, long seconds) {
        if (seconds < 0) {
            answer.noValue(name);
        } else {
            answer.number(IppTag.INTEGER, name, (int) seconds);
        }
    }
}
