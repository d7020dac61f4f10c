package io.changbai.fleet.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the console shows; every answer is true at its own moment. */
public final class FleetView {

    /** A terminal that says nothing for so long is offline, whatever the broker thinks. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** Two machines with one certificate are shown for so long after they last took turns. */
    private static final Duration TWO_BOOTS_SHOWN = Duration.ofMinutes(10);

    private static final int MOST_ROWS = 10_000;

    private final Database database;
    private final Clock clock;

    public FleetView(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<TerminalRow> terminals() {
        return database.read(handle -> {
            Database.mapRows(handle, Row.class);
            return handle.createQuery("SELECT * FROM terminal ORDER BY terminal_id LIMIT :most")
                    .bind("most", MOST_ROWS)
                    .mapTo(Row.class)
                    .map(this::shown)
                    .list();
        });
    }

    public Optional<TerminalRow> terminal(String terminalId) {
        return database.read(handle -> {
            Database.mapRows(handle, Row.class);
            return handle.createQuery("SELECT * FROM terminal WHERE terminal_id = :terminal")
                    .bind("terminal", terminalId)
                    .mapTo(Row.class)
                    .map(this::shown)
                    .findOne();
        });
    }

    /** The transactions that moved last, newest first. */
    public List<TransactionRow> transactions(int limit) {
        return database.read(handle -> {
            Database.mapRows(handle, Head.class);
            Database.mapRows(handle, Step.class);
            List<Head> heads = handle.createQuery(
                            "SELECT * FROM transaction_head ORDER BY updated_at DESC, transaction_id LIMIT :limit")
                    .bind("limit", limit)
                    .mapTo(Head.class)
                    .list();
            Map<String, List<Step>> steps = steps(handle, heads);
            return heads.stream()
                    .map(head ->
                            head.with(steps.getOrDefault(head.terminalId() + "/" + head.transactionId(), List.of())))
                    .toList();
        });
    }

    public List<GapRow> gaps() {
        return database.read(handle -> {
            Database.mapRows(handle, GapRow.class);
            return handle.createQuery("SELECT * FROM gap ORDER BY noticed_at DESC LIMIT 500")
                    .mapTo(GapRow.class)
                    .list();
        });
    }

    /** Messages nobody could read, since the beginning. */
    public long quarantined() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM quarantine")
                .mapTo(Long.class)
                .one());
    }

    /** What the central side noticed itself, newest first. */
    public List<EventRow> events() {
        return database.read(handle -> {
            Database.mapRows(handle, EventRow.class);
            return handle.createQuery(
                            "SELECT happened_at, kind, terminal_id, text FROM fleet_event ORDER BY id DESC LIMIT 50")
                    .mapTo(EventRow.class)
                    .list();
        });
    }

    private static Map<String, List<Step>> steps(Handle handle, List<Head> heads) {
        if (heads.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT * FROM transaction_step WHERE transaction_id IN (<ids>) ORDER BY step")
                .bindList(
                        "ids",
                        heads.stream().map(Head::transactionId).distinct().toList())
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(step -> step.terminalId() + "/" + step.transactionId()));
    }

    private TerminalRow shown(Row row) {
        Instant now = clock.instant();
        Instant silentSince = row.lastSeen().plus(SILENCE);
        boolean silent = row.online() && !silentSince.isAfter(now);
        boolean twoBoots = row.twoBootsAt() != null
                && row.twoBootsAt().plus(TWO_BOOTS_SHOWN).isAfter(now);
        return new TerminalRow(
                row.terminalId(),
                row.online() && !silent,
                silent ? silentSince : row.changedAt(),
                row.lastSeen(),
                row.bootId(),
                twoBoots,
                row.state(),
                row.stateAt());
    }

    /** As stored. */
    public record Row(
            String terminalId,
            boolean online,
            Instant changedAt,
            Instant lastSeen,
            String bootId,
            Instant twoBootsAt,
            String state,
            Instant stateAt) {}

    /** As stored. */
    public record Head(String terminalId, String transactionId, String service, String reference, Instant updatedAt) {
        TransactionRow with(List<Step> steps) {
            return new TransactionRow(
                    terminalId,
                    transactionId,
                    service,
                    reference,
                    updatedAt,
                    steps.stream().map(Step::state).toList());
        }
    }

    /** As stored. */
    public record Step(String terminalId, String transactionId, int step, String state) {}
}
