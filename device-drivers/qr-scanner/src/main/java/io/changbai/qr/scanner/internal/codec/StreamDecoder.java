package io.changbai.qr.scanner.internal.codec;

import io.changbai.qr.scanner.internal.codec.Replies.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of plain bytes into codes, at the suffix or at silence, and takes replies out of it. Replies carry no
 * suffix, so they are looked for where a code could begin. A code of more than 4096 bytes is thrown away up to the next
 * silence.
 */
public final class StreamDecoder implements Decoder {

    private static final Heard TOO_LONG = new Heard.TooLong();

    private final Replies replies;
    private final byte[] suffix;
    private final byte[] buffer;
    private int size;
    private boolean mayBeReply = true;
    private boolean certainlyReply;
    private boolean oversize;

    public StreamDecoder(Replies replies, Suffix suffix) {
        this.replies = replies;
        this.suffix = suffix.bytes();
        this.buffer = new byte[LONGEST_CODE + this.suffix.length + 1];
    }

    @Override
    public List<Heard> take(byte next) {
        if (oversize) {
            return List.of();
        }
        buffer[size++] = next;
        return mayBeReply ? lookForReply() : cutAtSuffix();
    }

    private List<Heard> lookForReply() {
        Look look = replies.look(buffer, size);
        certainlyReply = look.kind() == Replies.Kind.CERTAIN;
        return switch (look.kind()) {
            case CODE -> size == 1 ? beginCode() : takeAgainAsCode();
            case WHOLE -> {
                clear();
                yield List.of(look.reply().orElseThrow());
            }
            case MAYBE, CERTAIN -> List.of();
        };
    }

    private List<Heard> beginCode() {
        mayBeReply = false;
        return cutAtSuffix();
    }

    /** What looked like a reply was none; a suffix may have passed meanwhile. */
    private List<Heard> takeAgainAsCode() {
        byte[] again = Arrays.copyOf(buffer, size);
        clear();
        mayBeReply = false;
        List<Heard> heard = new ArrayList<>();
        for (byte each : again) {
            heard.addAll(take(each));
        }
        Arrays.fill(again, (byte) 0);
        return heard;
    }

    private List<Heard> cutAtSuffix() {
        int end = size - suffix.length;
        if (suffix.length > 0 && end >= 0 && Arrays.equals(buffer, end, size, suffix, 0, suffix.length)) {
            return cut(end);
        }
        oversize = size == buffer.length;
        return List.of();
    }

    /** What there is, is a code. Line ends behind it belong to the module, not to the code. */
    @Override
    public List<Heard> silence() {
        if (oversize || certainlyReply) {
            boolean tooLong = oversize;
            clear();
            return tooLong ? List.of(TOO_LONG) : List.of();
        }
        int end = size;
        while (end > 0 && (buffer[end - 1] == '\r' || buffer[end - 1] == '\n')) {
            end--;
        }
        return cut(end);
    }

    @Override
    public boolean isInCode() {
        return size > 0;
    }

    /** Blank lines are nobody's code. */
    private List<Heard> cut(int end) {
        byte[] code = Arrays.copyOf(buffer, end);
        clear();
        if (end > LONGEST_CODE) {
            return List.of(TOO_LONG);
        }
        return end == 0 ? List.of() : List.of(new Heard.Code(code, ""));
    }

    @Override
    public void clear() {
        Arrays.fill(buffer, 0, size, (byte) 0);
        size = 0;
        mayBeReply = true;
        certainlyReply = false;
        oversize = false;
    }
}
