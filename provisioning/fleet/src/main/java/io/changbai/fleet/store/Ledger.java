package io.changbai.fleet.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes facts, many in one transaction. A record that is already there changes nothing. */
public final class Ledger {

    private final Database database;

    public Ledger(Database database) {
        this.database = database;
    }

    /**
     * Stores all facts or none; they are on disk when this returns.
     *
     * @throws DatabaseAwayException nothing was stored, and trying again later makes sense
     * @throws RuntimeException nothing was stored, because of one of the facts
     */
    public void store(List<Fact> facts) {
        database.write(handle -> {
            TerminalRows terminals = new TerminalRows(handle);
            FeedRows feeds = new FeedRows(handle);
            TransactionRows transactions = new TransactionRows(handle);
            for (Fact fact : facts) {
                store(fact, handle, terminals, feeds, transactions);
            }
        });
    }

    private static void store(
            Fact fact, Handle handle, TerminalRows terminals, FeedRows feeds, TransactionRows transactions) {
        if (fact instanceof Fact.Born born) {
            terminals.seen(born.terminalId(), born.bootId(), born.at());
        } else if (fact instanceof Fact.Gone gone) {
            terminals.gone(gone.terminalId(), gone.at());
        } else if (fact instanceof Fact.Heartbeat beat) {
            terminals.seen(beat.terminalId(), beat.bootId(), beat.at());
            terminals.state(beat.terminalId(), beat.state(), beat.at());
        } else if (fact instanceof Fact.Event event) {
            feeds.insert(event.key(), "event", event.body(), event.at());
        } else if (fact instanceof Fact.Step step) {
            if (feeds.insert(step.key(), "record", step.body(), step.at())) {
                transactions.insert(step.terminalId(), step.record(), step.at());
            }
        } else if (fact instanceof Fact.Unreadable unreadable) {
            quarantine(handle, unreadable);
        }
    }

    private static void quarantine(Handle handle, Fact.Unreadable unreadable) {
        handle.createUpdate("INSERT INTO quarantine (terminal_id, topic, reason, payload, received_at)"
                        + " VALUES (:terminal, :topic, :reason, :payload, :at)")
                .bind("terminal", unreadable.terminalId())
                .bind("topic", unreadable.topic())
                .bind("reason", unreadable.reason())
                .bind("payload", unreadable.payload())
                .bind("at", unreadable.at())
                .execute();
    }
}
