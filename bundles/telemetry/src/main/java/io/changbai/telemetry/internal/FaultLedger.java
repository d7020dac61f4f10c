package io.changbai.telemetry.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.journal.Journal;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.operations.TerminalEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes FAULT_RAISED and FAULT_CLEARED, once each, also over restarts: a raised fault is an open key of the feed, so the
 * next start knows what it has told already. What the journal does not take is tried again at the next look.
 */
final class FaultLedger {

    static final String RAISED = "FAULT_RAISED";
    static final String CLEARED = "FAULT_CLEARED";

    /** @param details as they were raised; the pair of events must match */
    private record Raised(String source, String device, Map<String, String> details) {}

    private final Journal journal;
    private final Clock clock;
    private final Map<String, Raised> raised = new HashMap<>();
    private boolean loaded;

    FaultLedger(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Brings the feed up to what one look showed.
     *
     * @param complete true when a source that is not among {@code looks} is gone for good, and its faults with it
     */
    void record(List<Watched> looks, boolean complete) throws JournalUnavailableException {
        load();
        Set<String> standing = new HashSet<>();
        Set<String> spokenFor = new HashSet<>();
        for (Watched look : looks) {
            if (look.isKnown()) {
                spokenFor.add(look.id());
                for (DeviceFault fault : look.faults()) {
                    standing.add(key(look.id(), fault.code()));
                    raise(look, fault);
                }
            }
        }
        clear(standing, spokenFor, looks, complete);
    }

    private void raise(Watched look, DeviceFault fault) throws JournalUnavailableException {
        String key = key(look.id(), fault.code());
        if (raised.containsKey(key)) {
            return;
        }
        Map<String, String> details = Map.of(
                "source", look.id(),
                "code", fault.code(),
                "severity", fault.severity().name(),
                "mender", fault.mender().name());
        Raised entry = new Raised(look.id(), look.isDevice() ? look.id() : null, details);
        write(key, RAISED, entry);
        raised.put(key, entry);
    }

    private void clear(Set<String> standing, Set<String> spokenFor, List<Watched> looks, boolean complete)
            throws JournalUnavailableException {
        Set<String> present = new HashSet<>();
        looks.forEach(look -> present.add(look.id()));
        for (Map.Entry<String, Raised> entry : new ArrayList<>(raised.entrySet())) {
            String source = entry.getValue().source();
            boolean gone = complete && !present.contains(source);
            if (!standing.contains(entry.getKey()) && (spokenFor.contains(source) || gone)) {
                write(entry.getKey(), CLEARED, entry.getValue());
                raised.remove(entry.getKey());
            }
        }
    }

    private void write(String key, String type, Raised entry) throws JournalUnavailableException {
        String at = clock.instant().toString();
        TerminalEvent event = new TerminalEvent(type, at, entry.device(), entry.details());
        journal.append(new NewRecord(EventFeed.NAME, key, type.equals(CLEARED), JsonCodec.write(event)));
    }

    private void load() throws JournalUnavailableException {
        if (loaded) {
            return;
        }
        for (JournalRecord record : journal.open(EventFeed.NAME)) {
            try {
                TerminalEvent event = JsonCodec.read(record.payload(), TerminalEvent.class);
                if (RAISED.equals(event.type()) && event.details() != null) {
                    String source = event.details().getOrDefault("source", "");
                    raised.put(record.key(), new Raised(source, event.device(), event.details()));
                }
            } catch (MalformedBodyException notOurs) {
                // Another room's event, or another release's: not a fault of ours to clear.
            }
        }
        loaded = true;
    }

    private static String key(String source, String code) {
        return "fault/" + source + "/" + code;
    }

    /** When the application started; tells operations of restarts nobody ordered. */
    void recordStart(String bootId, String version) throws JournalUnavailableException {
        Instant now = clock.instant();
        TerminalEvent event = new TerminalEvent(
                "APPLICATION_STARTED", now.toString(), null, Map.of("boot", bootId, "version", version));
        journal.append(new NewRecord(EventFeed.NAME, "start/" + bootId, true, JsonCodec.write(event)));
    }
}
