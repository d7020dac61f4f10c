package io.changbai.document.printer.internal;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of {@code printer-input-tray} (PWG 5100.13): key=value pairs, of which the level and the capacity count. */
final class InputTray {

    private static final Pattern LEVEL = Pattern.compile("(?:^|;)level=(\\d{1,6})(?:;|$)");
    private static final Pattern CAPACITY = Pattern.compile("(?:^|;)maxcapacity=(\\d{1,6})(?:;|$)");

    private InputTray() {}

    /** How full the trays are together; empty when one of them does not know (negative levels). */
    static OptionalInt percent(List<String> trays) {
        long sheets = 0;
        long capacity = 0;
        for (String tray : trays) {
            Matcher level = LEVEL.matcher(tray);
            Matcher most = CAPACITY.matcher(tray);
            if (!level.find() || !most.find()) {
                return OptionalInt.empty();
            }
            sheets += Integer.parseInt(level.group(1));
            capacity += Integer.parseInt(most.group(1));
        }
        return capacity == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(100, 100 * sheets / capacity));
    }
}
