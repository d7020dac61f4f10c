package io.changbai.platform.messages;

/** A body that is not what it should be. The message names type and place, never what stood there. */
public final class MalformedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedBodyException(String message) {
        super(message);
    }
}
