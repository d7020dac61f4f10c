package io.changbai.document.printer.internal;

import com.hp.jipp.model.JobState;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a printer says of a job.
 *
 * @param state IPP's job-state, 3 to 9
 * @param impressions pages that came out, where the printer counts them
 */
record JobAnswer(int state, List<String> reasons, OptionalInt impressions) {

    boolean isCompleted() {
        return state == JobState.Code.completed;
    }

    /** Canceled or aborted. */
    boolean isDropped() {
        return state == JobState.Code.canceled || state == JobState.Code.aborted;
    }

    boolean isAborted() {
        return state == JobState.Code.aborted;
    }

    /** The printer counts pages and has counted none. */
    boolean hasNoPage() {
        return impressions.isPresent() && impressions.getAsInt() == 0;
    }

    boolean hasErrors() {
        return reasons.contains("job-completed-with-errors");
    }
}
