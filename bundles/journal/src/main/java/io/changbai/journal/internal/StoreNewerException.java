package io.changbai.journal.internal;

import java.sql.SQLException;

/** The store was written by a newer release; touching it could lose what that release knows. */
final class StoreNewerException extends SQLException {

    private static final long serialVersionUID = 1L;

    StoreNewerException(int version) {
        super("the store has schema version " + version + ", this release knows up to " + Schema.VERSION);
    }
}
