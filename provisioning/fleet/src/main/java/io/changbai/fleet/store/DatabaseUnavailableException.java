package io.changbai.fleet.store;

import java.io.IOException;

/** The database cannot be used at the start; the message names it, without its password, and says why. */
public final class DatabaseUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
