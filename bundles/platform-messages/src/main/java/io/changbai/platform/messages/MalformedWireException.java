package io.changbai.platform.messages;

/** Bytes that are no payload. */
final class MalformedWireException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedWireException(String message) {
        super(message);
    }
}
