package io.changbai.fleet.store;

/** The database does not answer, or not now: the same will succeed later. Nothing was stored. */
public final class DatabaseAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAwayException(Throwable cause) {
        super("The database does not answer.", cause);
    }
}
