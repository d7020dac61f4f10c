package io.changbai.device.emulators.bench;

/** What was asked of the bench makes no sense; the message is a plain sentence for whoever asked. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    BadRequest(String sentence) {
        super(sentence);
    }
}
