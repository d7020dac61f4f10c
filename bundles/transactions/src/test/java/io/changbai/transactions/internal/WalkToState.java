package io.changbai.transactions.internal;

import io.changbai.journal.internal.JournalOnDisk;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Takes the events it is given, says where it stands, and waits to be killed. */
public final class WalkToState {

    private WalkToState() {}

    public static void main(String[] arguments) throws Exception {
        JournalOnDisk disk = new JournalOnDisk(Path.of(arguments[0]));
        JournalledTransactions transactions =
                new JournalledTransactions(disk.journal(), disk.journal(), Clock.systemUTC());
        Transaction at = transactions.begin("s");
        for (int i = 1; i < arguments.length; i++) {
            at = transactions.advance(at, TransactionEvent.valueOf(arguments[i]), "REF-1");
        }
        System.out.println("AT " + at.id() + " " + at.state());
        new CountDownLatch(1).await();
    }
}
