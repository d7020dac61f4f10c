package io.changbai.journal.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The real journal in a folder, for the kill tests of the rooms above. */
public final class JournalOnDisk implements AutoCloseable {

    private final SqliteJournal journal;

    public JournalOnDisk(Path folder) {
        journal = new SqliteJournal(folder, Clock.systemUTC(), Duration.ofMillis(50), 1L << 26);
    }

    public SqliteJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        journal.close();
    }
}
