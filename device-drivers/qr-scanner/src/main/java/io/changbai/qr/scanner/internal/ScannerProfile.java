package io.changbai.qr.scanner.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How one make of serial scanner is spoken to. A new make is a new row, as long as its codes come as plain bytes.
 *
 * @param setup sent once after opening; its reply also proves that the module is there
 * @param query sent now and then while nobody scans; harmless, always answered
 * @param triggerOn opens the eye; empty for modules that run freely
 * @param triggerOff closes the eye; empty for modules that run freely
 * @param replies what the module itself says, as opposed to codes; matched on ISO 8859-1
 * @param silence a code without suffix is whole when no byte came for so long
 * @param retrigger the module closes its eye by itself after a while; opened again after this long
 */
record ScannerProfile(
        String setup,
        String query,
        String triggerOn,
        String triggerOff,
        Pattern replies,
        Duration silence,
        Duration retrigger) {

    /** Menu commands follow SYN M CR and end in {@code .} (stored) or {@code !} (until power-off). */
    private static final String MENU = "\u0016M\r";

    /**
     * N86, N3680 and their kin. Replies are the echo of the menu command with ACK (06), ENQ (05) or NAK (15) before its
     * end. At 9600 baud a byte takes 1 ms, so 50 ms without one is an end. The read time-out is 30 s by default.
     */
    private static final ScannerProfile HONEYWELL = new ScannerProfile(
            MENU + "TRGMOD0!",
            MENU + "REVINF.",
            "\u0016T\r",
            "\u0016U\r",
            Pattern.compile("[0-9A-Z]{3,6}[^\\x05\\x06\\x15\\r\\n]{0,200}[\\x05\\x06\\x15][.!]"),
            Duration.ofMillis(50),
            Duration.ofSeconds(25));

    private static final Map<String, ScannerProfile> BY_NAME = Map.of("honeywell", HONEYWELL);

    /** @throws IllegalArgumentException there is no such row; the message names the rows */
    static ScannerProfile named(String name) {
        ScannerProfile profile = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        if (profile == null) {
            throw new IllegalArgumentException("scanner profile '" + name + "': expected one of " + BY_NAME.keySet());
        }
        return profile;
    }

    static byte[] bytes(String command) {
        return command.getBytes(StandardCharsets.ISO_8859_1);
    }
}
