package io.changbai.journal.internal;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The store's file is not what we wrote. It goes aside as evidence and a new store is begun. */
final class StoreCorruptException extends SQLException {

    private static final long serialVersionUID = 1L;

    StoreCorruptException(String reason) {
        super(reason);
    }

    /** Whether SQLite says so: SQLITE_CORRUPT with all its extended codes (low byte 11), or SQLITE_NOTADB. */
    static boolean isCorruption(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return e instanceof StoreCorruptException
                || primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}
