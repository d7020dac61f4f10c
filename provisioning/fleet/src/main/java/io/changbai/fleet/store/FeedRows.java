package io.changbai.fleet.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Records by key, the highest sequence of each feed, and what is missing below it. */
final class FeedRows {

    /** Missing numbers, both ends included. */
    record Missing(long firstMissing, long lastMissing) {}

    private static final String OF_FEED = " WHERE terminal_id = :terminal AND feed = :feed AND epoch = :epoch";

    private final Handle handle;

    FeedRows(Handle handle) {
        this.handle = handle;
    }

    /** @return false when the record was there already */
    boolean insert(Fact.Key key, String resource, String body, Instant at) {
        int inserted = keyed(
                        handle.createUpdate(
                                "INSERT INTO feed_record (terminal_id, feed, epoch, sequence, received_at, resource, body)"
                                        + " VALUES (:terminal, :feed, :epoch, :sequence, :at, :resource, :body)"
                                        + " ON CONFLICT DO NOTHING"),
                        key)
                .bind("at", at)
                .bind("resource", resource)
                .bind("body", body)
                .execute();
        if (inserted == 1) {
            place(key, at);
        }
        return inserted == 1;
    }

    private void place(Fact.Key key, Instant at) {
        long highest = keyed(handle.createQuery("SELECT highest FROM feed_position" + OF_FEED), key)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> begin(key));
        if (key.sequence() <= highest) {
            fill(key);
            return;
        }
        if (key.sequence() > highest + 1) {
            gap(key, new Missing(highest + 1, key.sequence() - 1), at);
        }
        keyed(handle.createUpdate("UPDATE feed_position SET highest = :sequence" + OF_FEED), key)
                .execute();
    }

    private long begin(Fact.Key key) {
        keyed(
                        handle.createUpdate("INSERT INTO feed_position (terminal_id, feed, epoch, highest)"
                                + " VALUES (:terminal, :feed, :epoch, 0) ON CONFLICT DO NOTHING"),
                        key)
                .execute();
        return 0;
    }

    private void fill(Fact.Key key) {
        String holding = OF_FEED + " AND first_missing <= :sequence AND last_missing >= :sequence";
        Optional<GapRow> found = keyed(
                        handle.createQuery("SELECT first_missing, last_missing, noticed_at FROM gap" + holding), key)
                .map(ConstructorMapper.of(GapRow.class))
                .findOne();
        if (found.isEmpty()) {
            return;
        }
        keyed(handle.createUpdate("DELETE FROM gap" + holding), key).execute();
        GapRow old = found.get();
        gap(key, new Missing(old.firstMissing(), key.sequence() - 1), old.noticedAt());
        gap(key, new Missing(key.sequence() + 1, old.lastMissing()), old.noticedAt());
    }

    private void gap(Fact.Key key, Missing missing, Instant at) {
        if (missing.firstMissing() > missing.lastMissing()) {
            return;
        }
        keyed(
                        handle.createUpdate(
                                "INSERT INTO gap (terminal_id, feed, epoch, first_missing, last_missing, noticed_at)"
                                        + " VALUES (:terminal, :feed, :epoch, :first, :last, :at) ON CONFLICT DO NOTHING"),
                        key)
                .bind("first", missing.firstMissing())
                .bind("last", missing.lastMissing())
                .bind("at", at)
                .execute();
    }

    private static <S extends SqlStatement<S>> S keyed(S statement, Fact.Key key) {
        return statement
                .bind("terminal", key.terminalId())
                .bind("feed", key.feed())
                .bind("epoch", key.epoch())
                .bind("sequence", key.sequence());
    }

    /** A stored gap. */
    public record GapRow(long firstMissing, long lastMissing, Instant noticedAt) {}
}
