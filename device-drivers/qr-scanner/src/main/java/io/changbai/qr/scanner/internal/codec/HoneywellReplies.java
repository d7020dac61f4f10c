package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The echo of a menu command: its six letters and what follows, then ACK (06), ENQ (05: unknown) or NAK (15: out of range),
 * then the command's full stop or exclamation mark.
 */
final class HoneywellReplies implements Replies {

    private static final int TAG = 6;
    private static final int LONGEST = 512;
    private static final String VERDICTS = "\u0006\u0005\u0015";

    private final List<String> tags;

    /** @param commands those that will be sent; only their echoes are replies */
    HoneywellReplies(List<Command> commands) {
        this.tags = commands.stream()
                .map(command -> new String(command.bytes(), StandardCharsets.ISO_8859_1))
                .filter(text -> text.startsWith(Makes.HONEYWELL_MENU))
                .map(text -> text.substring(Makes.HONEYWELL_MENU.length()))
                .filter(text -> text.length() >= TAG)
                .map(text -> text.substring(0, TAG))
                .distinct()
                .toList();
    }

    @Override
    public Look look(byte[] bytes, int size) {
        String begun = new String(bytes, 0, Math.min(size, TAG), StandardCharsets.ISO_8859_1);
        if (size > LONGEST || tags.stream().noneMatch(tag -> tag.startsWith(begun))) {
            return Look.CODE;
        } else if (size <= TAG) {
            return size == TAG ? Look.CERTAIN : Look.MAYBE;
        }
        int verdict = VERDICTS.indexOf(bytes[size - 2]);
        boolean ends = bytes[size - 1] == '.' || bytes[size - 1] == '!';
        return ends && verdict >= 0
                ? Look.whole(verdict == 0, new String(bytes, TAG, size - TAG - 2, StandardCharsets.ISO_8859_1))
                : Look.CERTAIN;
    }
}
