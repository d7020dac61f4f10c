package io.changbai.journal.internal;

import io.changbai.journal.JournalHealth.JournalFault;
import java.util.ArrayList;
import java.util.List;

/** Puts into words what is wrong with the store. */
final class FaultList {

    private FaultList() {}

    /** @param cause why nothing can be written; null when all is well */
    static List<JournalFault> of(Exception cause, StoreFolder folder) {
        List<JournalFault> faults = new ArrayList<>();
        if (cause instanceof StoreNewerException) {
            faults.add(new JournalFault(
                    "JRN-NEWER", true, "Install the newer release again: " + cause.getMessage() + "."));
        } else if (cause != null) {
            faults.add(new JournalFault("JRN-UNAVAILABLE", true, "No record can be written: " + cause.getMessage()));
        }
        long aside = folder.quarantined();
        if (aside > 0) {
            faults.add(
                    new JournalFault(
                            "JRN-QUARANTINED",
                            false,
                            aside
                                    + " unreadable store(s) lie in quarantine folders of the journal; keep them and report them."));
        }
        return List.copyOf(faults);
    }
}
