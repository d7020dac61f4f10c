package io.changbai.journal;

import java.util.List;

/** What the journal says of itself, for telemetry, technicians and whoever may only begin what can be recorded. Never blocks. */
public interface JournalHealth {

    /** Whether an append can be expected to succeed now. */
    boolean takesRecords();

    /** What is wrong, worst first; empty when nothing is. */
    List<JournalFault> faults();

    /** How many records of a feed nobody has acknowledged, as of the last look at the store. */
    int backlog(String feed);

    /**
     * @param code {@code JRN-UNAVAILABLE} (no record is taken: disk full, disk failed), {@code JRN-NEWER} (the store was
     *     written by a newer release) or {@code JRN-QUARANTINED} (a store was unreadable, lies aside as evidence, and a new
     *     one was begun)
     * @param stopsRecords whether it keeps records from being taken
     * @param text one plain English sentence for technicians
     */
    record JournalFault(String code, boolean stopsRecords, String text) {}
}
