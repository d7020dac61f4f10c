package io.changbai.platform.link.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.platform.link.OutboundFeed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One feed in one session: which records are under way, and how far reading has come.
 *
 * <pre>
 *   journal ──pending──► under way (at most nine) ──200──► acknowledged in the journal
 *                            │ 400 ──► refused: left in the journal, passed by until the next session
 *                            └ anything else, or nothing in time ──► sent again, same request id
 * </pre>
 */
final class FeedWindow {

    /** Kura's own window; small enough that a resend after a break is cheap. */
    static final int SIZE = 9;

    private record UnderWay(JournalRecord entry, long resendAt) {}

    private final OutboundFeed feed;
    private final Map<String, UnderWay> underWay = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private long readUpTo;

    FeedWindow(OutboundFeed feed) {
        this.feed = feed;
    }

    OutboundFeed feed() {
        return feed;
    }

    /** A new session begins with everything that is not acknowledged. */
    void begin() {
        underWay.clear();
        refused.clear();
        readUpTo = 0;
    }

    int free() {
        return SIZE - underWay.size();
    }

    long readUpTo() {
        return readUpTo;
    }

    void sent(JournalRecord entry, long resendAt) {
        underWay.put(Envelope.requestId(entry), new UnderWay(entry, resendAt));
        readUpTo = Math.max(readUpTo, entry.sequence());
    }

    /** The oldest record whose answer is overdue. */
    Optional<JournalRecord> overdue(long now) {
        return underWay.values().stream()
                .filter(sent -> sent.resendAt() <= now)
                .map(UnderWay::entry)
                .findFirst();
    }

    long nextResend() {
        return underWay.values().stream().mapToLong(UnderWay::resendAt).min().orElse(Long.MAX_VALUE);
    }

    Optional<JournalRecord> find(String requestId) {
        return Optional.ofNullable(underWay.get(requestId)).map(UnderWay::entry);
    }

    void done(JournalRecord entry) {
        underWay.remove(Envelope.requestId(entry));
    }

    void refuse(JournalRecord entry) {
        done(entry);
        refused.add(Envelope.requestId(entry));
    }

    boolean isRefused(JournalRecord entry) {
        return refused.contains(Envelope.requestId(entry));
    }

    void passBy(JournalRecord entry) {
        readUpTo = entry.sequence();
    }

    /**
     * Nothing is under way: reading begins at the oldest again. That costs nothing, and finds the records of a store that
     * had to be begun anew, whose sequence starts at 1.
     */
    void rewindWhenIdle() {
        readUpTo = underWay.isEmpty() ? 0 : readUpTo;
    }

    boolean hasRefused() {
        return !refused.isEmpty();
    }
}
