package io.changbai.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A journal that keeps its promises in memory, for tests of the rooms above. Hand the same object to a second room object
 * to play a restart.
 */
public final class InMemoryJournal implements Journal, JournalHealth {

    private final Clock clock;
    private final Map<String, List<JournalRecord>> feeds = new HashMap<>();
    private final Map<String, Set<Long>> acknowledged = new HashMap<>();
    private final Map<String, List<Runnable>> listeners = new HashMap<>();
    private String epoch = "00000000-0000-0000-0000-000000000001";
    private int appendsUntilFailure = Integer.MAX_VALUE;
    private boolean failing;

    public InMemoryJournal() {
        this(Clock.systemUTC());
    }

    public InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    /** Every call fails from now on (true), or works again (false). */
    public synchronized InMemoryJournal failing(boolean yes) {
        failing = yes;
        appendsUntilFailure = Integer.MAX_VALUE;
        return this;
    }

    /** The next {@code appends} appends work; the one after it and everything later fails, until {@code failing(false)}. */
    public synchronized InMemoryJournal failAfter(int appends) {
        appendsUntilFailure = appends;
        return this;
    }

    /** Plays a store that had to be begun anew: everything is gone and the epoch is another one. */
    public synchronized InMemoryJournal beginAnew(String newEpoch) {
        feeds.clear();
        acknowledged.clear();
        epoch = newEpoch;
        return this;
    }

    /** Everything ever appended to a feed, acknowledged or not. */
    public synchronized List<JournalRecord> all(String feed) {
        return List.copyOf(feeds.getOrDefault(feed, List.of()));
    }

    @Override
    public JournalRecord append(NewRecord record) throws JournalUnavailableException {
        List<Runnable> woken;
        JournalRecord stored;
        synchronized (this) {
            if (appendsUntilFailure-- <= 0) {
                failing = true;
            }
            check();
            List<JournalRecord> feed = feeds.computeIfAbsent(record.feed(), name -> new ArrayList<>());
            Instant at = Instant.ofEpochMilli(clock.millis());
            stored = new JournalRecord(
                    epoch, record.feed(), feed.size() + 1L, at, record.key(), record.closes(), record.payload());
            feed.add(stored);
            woken = List.copyOf(listeners.getOrDefault(record.feed(), List.of()));
        }
        woken.forEach(Runnable::run);
        return stored;
    }

    @Override
    public synchronized List<JournalRecord> pending(String feed, long sequence, int max)
            throws JournalUnavailableException {
        check();
        Set<Long> done = acknowledged.getOrDefault(feed, Set.of());
        return all(feed).stream()
                .filter(record -> record.sequence() > sequence && !done.contains(record.sequence()))
                .limit(max)
                .toList();
    }

    @Override
    public synchronized List<JournalRecord> open(String feed) throws JournalUnavailableException {
        check();
        Map<String, JournalRecord> newest = new LinkedHashMap<>();
        for (JournalRecord record : all(feed)) {
            newest.remove(record.key());
            newest.put(record.key(), record);
        }
        return newest.values().stream().filter(record -> !record.closes()).toList();
    }

    @Override
    public synchronized Optional<JournalRecord> latest(String feed, String key) throws JournalUnavailableException {
        check();
        return all(feed).stream().filter(record -> record.key().equals(key)).reduce((older, newer) -> newer);
    }

    @Override
    public synchronized void acknowledge(String feed, long sequence) throws JournalUnavailableException {
        check();
        acknowledged.computeIfAbsent(feed, name -> new HashSet<>()).add(sequence);
    }

    @Override
    public synchronized Registration onAppend(String feed, Runnable listener) {
        List<Runnable> list = listeners.computeIfAbsent(feed, name -> new CopyOnWriteArrayList<>());
        list.add(listener);
        return () -> list.remove(listener);
    }

    @Override
    public synchronized boolean takesRecords() {
        return !failing && appendsUntilFailure > 0;
    }

    @Override
    public synchronized List<JournalFault> faults() {
        return takesRecords()
                ? List.of()
                : List.of(new JournalFault("JRN-UNAVAILABLE", true, "The test switched the journal off."));
    }

    @Override
    public synchronized int backlog(String feed) {
        return all(feed).size() - acknowledged.getOrDefault(feed, Set.of()).size();
    }

    private void check() throws JournalUnavailableException {
        if (failing) {
            throw new JournalUnavailableException("the test switched the journal off", null);
        }
    }
}
