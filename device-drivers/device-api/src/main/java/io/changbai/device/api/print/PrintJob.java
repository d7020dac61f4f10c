package io.changbai.device.api.print;

import java.util.Objects;

/**
 * What binds paper to a visit and to a transaction.
 *
 * @param jobId the same for the same pages of the same transaction; stands in the footer; no personal data
 * @throws IllegalStateException when the visit has ended: a page belongs to one visit
 */
public record PrintJob(VisitToken visit, String jobId) {

    public PrintJob {
        Objects.requireNonNull(jobId);
        if (!visit.isLive()) {
            throw new IllegalStateException("the visit has ended; nothing more is printed for it");
        }
    }
}
