package io.changbai.journal.internal;

import io.changbai.journal.NewRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Appends from four threads until it is killed, and prints each number only after the journal has accepted it. */
public final class KilledAppender {

    private KilledAppender() {}

    public static void main(String[] arguments) {
        SqliteJournal journal =
                new SqliteJournal(Path.of(arguments[0]), Clock.systemUTC(), Duration.ofMillis(50), 1L << 26);
        for (int i = 0; i < 4; i++) {
            new Thread(() -> appendForEver(journal)).start();
        }
    }

    private static void appendForEver(SqliteJournal journal) {
        try {
            while (true) {
                long sequence = journal.append(new NewRecord("f", "k", false, new byte[700]))
                        .sequence();
                System.out.println(sequence + "."); // the dot tells a whole line from one cut by the kill
            }
        } catch (Exception e) {
            System.out.println("FAILED " + e);
        }
    }
}
