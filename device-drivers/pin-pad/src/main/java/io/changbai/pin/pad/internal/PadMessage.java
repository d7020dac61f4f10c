package io.changbai.pin.pad.internal;

import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.pin.PinBlock;
import io.changbai.device.api.pin.PinBlock.Format;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pad says, profile {@code stx-etx-lrc}. None of it can hold a digit of a PIN: only how many there are. */
sealed interface PadMessage {

    /** {@code 11.<state>FS<model>FS<firmware>FS<serial number>}. */
    record Status(PadState state, DeviceInformation information) implements PadMessage {}

    /** {@code 70.<reference>FS<digits>}: so many digits stand in the pad. */
    record Typed(int reference, int digits) implements PadMessage {}

    /** {@code 71.<reference>FS<letter>}: over without a PIN. */
    record Ended(int reference, End end) implements PadMessage {}

    /** {@code 73.<reference>FS<format>FS<KSN>FS<block>}: the encrypted PIN. */
    record Block(int reference, PinBlock block) implements PadMessage {}

    /** Well framed, and nothing the profile knows. */
    record Unknown() implements PadMessage {}

    /** Why there is no PIN. */
    enum End {
        CANCELLED,
        TIMED_OUT,
        TAMPERED,
        NO_KEYS,
        REFUSED
    }

    Pattern STATUS =
            Pattern.compile("11\\.([0-3])\u001C([^\u001C]{0,40})\u001C([^\u001C]{0,40})\u001C([^\u001C]{0,40})");
    Pattern TYPED = Pattern.compile("70\\.([0-9A-F]{4})\u001C(0[0-9]|1[0-2])");
    Pattern ENDED = Pattern.compile("71\\.([0-9A-F]{4})\u001C([CTXKE])");
    Pattern BLOCK =
            Pattern.compile("73\\.([0-9A-F]{4})\u001C([0134])\u001C([0-9A-F]{16,24})\u001C([0-9A-F]{16}|[0-9A-F]{32})");

    Map<String, End> ENDS =
            Map.of("C", End.CANCELLED, "T", End.TIMED_OUT, "X", End.TAMPERED, "K", End.NO_KEYS, "E", End.REFUSED);
    Map<String, Format> FORMATS = Map.of("0", Format.ISO_0, "1", Format.ISO_1, "3", Format.ISO_3, "4", Format.ISO_4);

    /** Never throws, whatever the body is. */
    static PadMessage decode(String body) {
        return status(body)
                .or(() -> typed(body))
                .or(() -> ended(body))
                .or(() -> block(body))
                .orElseGet(Unknown::new);
    }

    private static Optional<PadMessage> status(String body) {
        Matcher m = STATUS.matcher(body);
        return m.matches()
                ? Optional.of(new Status(
                        PadState.values()[m.group(1).charAt(0) - '0'],
                        new DeviceInformation(m.group(2), m.group(3), m.group(4))))
                : Optional.empty();
    }

    private static Optional<PadMessage> typed(String body) {
        Matcher m = TYPED.matcher(body);
        return m.matches()
                ? Optional.of(new Typed(Integer.parseInt(m.group(1), 16), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }

    private static Optional<PadMessage> ended(String body) {
        Matcher m = ENDED.matcher(body);
        return m.matches()
                ? Optional.of(new Ended(Integer.parseInt(m.group(1), 16), ENDS.get(m.group(2))))
                : Optional.empty();
    }

    private static Optional<PadMessage> block(String body) {
        Matcher m = BLOCK.matcher(body);
        return m.matches()
                ? Optional.of(new Block(
                        Integer.parseInt(m.group(1), 16),
                        new PinBlock(FORMATS.get(m.group(2)), m.group(4), m.group(3))))
                : Optional.empty();
    }
}
