package io.changbai.receipt.printer.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * The four status questions under way. An answer does not say to which question it belongs; they come in the order of
 * the questions. So the four are asked together, answered together or not used at all, and no others are asked before.
 */
final class Questions {

    static final byte[] ALL = {0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x03, 0x10, 0x04, 0x04};

    /** Later than this nothing is expected any more; a printer that answers a second late is still understood. */
    private static final Duration EXPIRY = Duration.ofSeconds(4);

    /** Answers to questions sent in one piece come this close to each other. */
    private static final Duration TOGETHER = Duration.ofMillis(150);

    private final int[] answers = new int[4];
    private int answered = 4;
    private Deadline rest = Deadline.in(Duration.ZERO);
    private Deadline expiry = Deadline.in(Duration.ZERO);
    private PrinterState last;

    void asked() {
        answered = 0;
        expiry = Deadline.in(EXPIRY);
        last = null;
    }

    /** Whether answers are still to come. When one got lost, the others cannot be told apart, and none is used. */
    boolean areOpen() {
        boolean oneIsLost = answered > 0 && rest.isOver();
        return answered < 4 && !expiry.isOver() && !oneIsLost;
    }

    /** An answer nobody waits for is dropped: a command in a picture may have asked for it. */
    void answered(int answer) {
        if (!areOpen()) {
            return;
        }
        answers[answered++] = answer;
        rest = Deadline.in(TOGETHER);
        if (answered == 4) {
            last = PrinterState.ofAnswers(answers[0], answers[1], answers[2], answers[3]);
        }
    }

    /** What the four answers say, once. */
    Optional<PrinterState> take() {
        Optional<PrinterState> taken = Optional.ofNullable(last);
        last = null;
        return taken;
    }
}
