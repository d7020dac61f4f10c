package io.changbai.platform.link.internal;

import io.changbai.journal.Journal;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains the feeds, lowest drain order first, each through its own {@link FeedWindow}: a feed whose answers stay away holds
 * up nobody else. A record leaves its feed on the platform's 200 and on nothing less; a PUBACK means nothing here.
 */
final class Feeds {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    /** When the journal cannot be read; its own alarm says why. */
    private static final long JOURNAL_REST_MILLIS = 5_000;

    /** A look without a hint, in case one was missed. */
    private static final long LOOK_MILLIS = 10_000;

    /** Puts one record on the wire. */
    @FunctionalInterface
    interface Wire {
        /** @return false when the session takes no more just now */
        boolean send(OutboundFeed feed, JournalRecord entry);
    }

    private final Journal journal;
    private final long resendMillis;
    private final List<FeedWindow> windows = new ArrayList<>();
    private boolean journalFailed;
    private long nextLook;

    Feeds(Journal journal, long resendMillis) {
        this.journal = journal;
        this.resendMillis = resendMillis;
    }

    void add(OutboundFeed feed) {
        windows.add(new FeedWindow(feed));
        windows.sort(Comparator.comparingInt(window -> window.feed().drainOrder()));
    }

    void remove(OutboundFeed feed) {
        windows.removeIf(window -> window.feed() == feed);
    }

    /** A session is up. */
    void begin() {
        windows.forEach(FeedWindow::begin);
    }

    /** Sends again what is overdue, then what is new, as far as the windows reach. */
    void drain(long now, Wire wire) {
        nextLook = now + LOOK_MILLIS;
        try {
            for (FeedWindow window : windows) {
                if (!resend(window, now, wire) || !fill(window, now, wire)) {
                    nextLook = now + 200; // the session is full; its PUBACKs are under way
                    return;
                }
            }
            journalFailed = false;
        } catch (JournalUnavailableException e) {
            rest(now);
        }
    }

    private boolean resend(FeedWindow window, long now, Wire wire) {
        for (Optional<JournalRecord> entry = window.overdue(now); entry.isPresent(); entry = window.overdue(now)) {
            if (!wire.send(window.feed(), entry.get())) {
                return false;
            }
            window.sent(entry.get(), now + resendMillis);
        }
        return true;
    }

    private boolean fill(FeedWindow window, long now, Wire wire) throws JournalUnavailableException {
        window.rewindWhenIdle();
        List<JournalRecord> page = next(window);
        while (!page.isEmpty()) {
            for (JournalRecord entry : page) {
                if (window.isRefused(entry)) {
                    window.passBy(entry);
                } else if (wire.send(window.feed(), entry)) {
                    window.sent(entry, now + resendMillis);
                } else {
                    return false;
                }
            }
            page = next(window);
        }
        return true;
    }

    private List<JournalRecord> next(FeedWindow window) throws JournalUnavailableException {
        return window.free() == 0 ? List.of() : journal.pending(window.feed().feed(), window.readUpTo(), window.free());
    }

    /** @return whether it was about a record under way */
    boolean answered(String appId, String requestId, int code, long now) {
        for (FeedWindow window : windows) {
            Optional<JournalRecord> entry = window.find(requestId);
            if (entry.isPresent() && window.feed().appId().equals(appId)) {
                settle(window, entry.get(), code, now);
                return true;
            }
        }
        return false;
    }

    private void settle(FeedWindow window, JournalRecord entry, int code, long now) {
        if (code == Reply.OK) {
            try {
                journal.acknowledge(entry.feed(), entry.sequence());
                window.done(entry);
                nextLook = now;
            } catch (JournalUnavailableException e) {
                rest(now); // stays under way: it is sent again, and the platform drops the duplicate
            }
        } else if (code == Reply.BAD_REQUEST) {
            LOG.warn("the platform refuses record {} of feed {}", entry.sequence(), entry.feed());
            window.refuse(entry);
            nextLook = now;
        }
        // 404 and 500 pass: whoever should take it is not there yet, or in trouble. It is sent again when overdue.
    }

    /** Set while the platform refuses a record as malformed. */
    Optional<LinkFault> fault() {
        return windows.stream()
                .filter(FeedWindow::hasRefused)
                .findFirst()
                .map(window -> new LinkFault(
                        "LNK-RECORD-REFUSED",
                        "The platform refuses a record of feed " + window.feed().feed()
                                + "; it is kept and offered again in the next session."));
    }

    long nextDue() {
        long resend = windows.stream().mapToLong(FeedWindow::nextResend).min().orElse(Long.MAX_VALUE);
        return journalFailed ? nextLook : Math.min(resend, nextLook);
    }

    private void rest(long now) {
        nextLook = now + JOURNAL_REST_MILLIS;
        if (!journalFailed) {
            journalFailed = true;
            LOG.warn("the journal cannot be read or written; feeds rest");
        }
    }
}
