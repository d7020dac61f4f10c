package io.changbai.journal;

/** The store cannot do what was asked; nothing was accepted. The message says why, for technicians. */
public class JournalUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
