package io.changbai.cabinet.internal.signal;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wire on the board and what its level means.
 *
 * @param number of the line
 * @param activeLow whether a low level means "yes": what a closed loop says when its wire breaks
 */
record Line(int number, boolean activeLow) {

    /** The largest line number a board may have; GPIO numbers of recent kernels begin at 512. */
    private static final int LAST = 1_023;

    private static final Pattern WRITTEN = Pattern.compile("(!?)(\\d{1,4})");

    /**
     * Reads a line as it stands in the configuration: empty for "not wired", else the number, with {@code !} before it when
     * low means yes.
     *
     * @throws IllegalArgumentException it is written otherwise; the message names {@code what}
     */
    static Optional<Line> parse(String what, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches() || Integer.parseInt(written.group(2)) > LAST) {
            throw new IllegalArgumentException(what + " = '" + text + "': expected a line number 0 to " + LAST
                    + ", with ! before it for active low");
        }
        return Optional.of(
                new Line(Integer.parseInt(written.group(2)), !written.group(1).isEmpty()));
    }

    boolean meansYes(BitSet levels) {
        return levels.get(number) != activeLow;
    }

    boolean level(boolean yes) {
        return yes != activeLow;
    }
}
