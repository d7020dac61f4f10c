package io.changbai.qr.scanner.internal.codec;

import io.changbai.qr.scanner.internal.codec.ScannerProfile.Timing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The makes of scanner: one row each. */
public final class Makes {

    /** SYN M CR; then tag, subtag, data, and {@code .} (stored) or {@code !} (until power-off). */
    static final String HONEYWELL_MENU = "\u0016M\r";

    private static final Map<String, ScannerProfile> BY_NAME = new TreeMap<>(Map.of(
            "honeywell", honeywell(),
            "newland", newland(),
            "gm65", gm65(),
            "ssi", ssi(),
            "plain", freeRunning(50, (commands, suffix) -> new StreamDecoder(Replies.NONE, suffix)),
            "hid-access-is", freeRunning(50, (commands, suffix) -> new HidPosDecoder(HidPosLayout.ACCESS_IS)),
            "hid-idtech", freeRunning(50, (commands, suffix) -> new HidPosDecoder(HidPosLayout.IDTECH))));

    private Makes() {}

    /** @throws IllegalArgumentException there is no such make; the message names the makes */
    public static ScannerProfile named(String name) {
        ScannerProfile profile = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        if (profile == null) {
            throw new IllegalArgumentException("scanner profile '" + name + "': expected one of " + BY_NAME.keySet());
        }
        return profile;
    }

    /**
     * N86, N3680 and their kin. The serial trigger needs manual trigger mode and is not answered. At 9600 baud a byte takes
     * 1 ms, so 50 ms without one is an end. The read time-out is 30 s by default.
     */
    private static ScannerProfile honeywell() {
        return new ScannerProfile(
                List.of(Command.text(HONEYWELL_MENU + "TRGMOD0!")),
                Command.text(HONEYWELL_MENU + "REVINF."),
                true,
                Command.text("\u0016T\r"),
                Command.text("\u0016U\r"),
                false,
                Command.NONE,
                Timing.millis(0, 500, 50, 25_000),
                (commands, suffix) -> new StreamDecoder(new HoneywellReplies(commands), suffix));
    }

    /**
     * Trigger mode and a read time-out of 30 s, both until power-off. Commands need 50 ms between them; a reply may take 5 s
     * by the manual, and longer than 2 s was not seen for these.
     */
    private static ScannerProfile newland() {
        return new ScannerProfile(
                List.of(newlandCommand("#SCNMOD0"), newlandCommand("#ORTSET30000")),
                newlandCommand("#SCNMOD*"),
                false,
                newlandCommand("#SCNTRG1"),
                newlandCommand("#SCNTRG0"),
                true,
                Command.NONE,
                Timing.millis(50, 2_000, 50, 25_000),
                (commands, suffix) -> new StreamDecoder(new NewlandReplies(), suffix));
    }

    private static Command newlandCommand(String text) {
        return Command.text("~\u00010000" + text + ";\u0003");
    }

    /**
     * GM65, GM861, and EM3095 in its native mode. The module must be set to command trigger by its paper or by the
     * configuration's {@code setup}: the register for that differs. {@code AB CD} stands for "no check wanted". Its read
     * time-out is 5 s by default.
     */
    private static ScannerProfile gm65() {
        return new ScannerProfile(
                List.of(),
                Command.hex("7E 00 07 01 00 E2 01 AB CD"), // read one byte of 00E2: the version
                true,
                Command.hex("7E 00 08 01 00 02 01 AB CD"), // write 01 to 0002: trigger
                Command.hex("7E 00 08 01 00 02 00 AB CD"),
                true,
                Command.NONE,
                Timing.millis(0, 500, 50, 4_500),
                (commands, suffix) -> new StreamDecoder(new Gm65Replies(), suffix));
    }

    /**
     * Zebra SSI: host trigger (parameter 8A, value 08), decoded data in packets (EE, 01), both until power-off, without a
     * beep (FF). A session may end by itself after 3 s. Packets say how long they are, so silence only means that one broke
     * off; SSI allows 200 ms between two bytes.
     */
    private static ScannerProfile ssi() {
        return new ScannerProfile(
                List.of(Command.of(Ssi.packet(Ssi.PARAMETERS_SEND, 0xFF, 0x8A, 0x08, 0xEE, 0x01))),
                Command.of(Ssi.packet(Ssi.REVISION_REQUEST)),
                true,
                Command.of(Ssi.packet(Ssi.START_SESSION)),
                Command.of(Ssi.packet(Ssi.STOP_SESSION)),
                true,
                Command.hex("00"),
                Timing.millis(20, 500, 200, 2_500),
                (commands, suffix) -> new SsiDecoder());
    }

    /** Says nothing but codes and takes no command. */
    private static ScannerProfile freeRunning(int silence, BiFunction<List<Command>, Suffix, Decoder> decoding) {
        return new ScannerProfile(
                List.of(),
                Command.NONE,
                false,
                Command.NONE,
                Command.NONE,
                false,
                Command.NONE,
                Timing.millis(0, 500, silence, 60_000),
                decoding);
    }
}
