package io.changbai.acceptance.words;

/** The words of a command are off; the message says what would be right. */
public final class WrongWordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongWordsException(String message) {
        super(message);
    }
}
