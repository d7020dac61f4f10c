package io.changbai.transactions;

/** A step could not be made durable, so its outside effect must not begin. */
public class TransactionRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public TransactionRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
