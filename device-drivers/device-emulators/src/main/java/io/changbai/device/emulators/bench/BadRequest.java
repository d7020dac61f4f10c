package io.changbai.device.emulators.bench;

/** What was asked of the bench makes no sense; the message is a plain sentence for whoever asked. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequest(String sentence) {
        this(400, sentence);
    }

    private BadRequest(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** What was asked for is not among what there is; the sentence lists what there is. */
    static BadRequest unknown(String sentence) {
        return new BadRequest(404, sentence);
    }

    /** The HTTP status that says the same. */
    int status() {
        return status;
    }
}
