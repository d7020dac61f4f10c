package io.changbai.fleet.store;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/** Tells a database that is away from one that refuses what it was given. */
final class Failures {

    /** SQLSTATE classes that blame what was sent: data exception, constraint, limit of a statement. */
    private static final List<String> REFUSALS = List.of("22", "23", "54");

    private Failures() {}

    /** Everything but a refusal: a lost connection, a shutdown, a full disk, a deadlock. Doubt costs time, not a record. */
    static RuntimeException explained(JdbiException failure) {
        SQLException cause = first(failure, SQLException.class);
        if (cause == null) {
            return failure;
        }
        String state = cause.getSQLState();
        boolean refused = state != null && REFUSALS.stream().anyMatch(state::startsWith);
        return refused ? failure : new DatabaseAwayException(failure);
    }

    /** What the innermost cause says, in one line. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.lines().findFirst().orElse("no reason given").strip();
    }

    private static <T> T first(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
