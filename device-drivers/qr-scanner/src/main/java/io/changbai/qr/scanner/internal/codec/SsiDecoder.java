package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Zebra SSI. The module repeats decoded data until it hears ACK; the repeat of a packet that was taken is answered and
 * dropped. A damaged packet is not refused: after lost bytes nobody knows where the next packet begins, so everything up to
 * silence is thrown away, and the module, which hears no ACK, sends again. The first byte of the data in each packet is the code's type (facts, low confidence for continued ones).
 */
public final class SsiDecoder implements Decoder {

    private static final int LARGEST_PACKET = 255 + Ssi.CHECK;
    private static final Heard TOO_LONG = new Heard.TooLong();
    private static final Heard ACK = new Heard.Awaiting(Ssi.packet(Ssi.ACK));

    private final byte[] packet = new byte[LARGEST_PACKET];
    private final byte[] code = new byte[LONGEST_CODE];
    private int size;
    private int codeSize;
    private boolean oversize;
    private boolean lost;
    /** Tells a repeat from a new packet; survives {@link #clear}, since the repeat may come a second later. */
    private int lastTaken;

    @Override
    public List<Heard> take(byte next) {
        if (lost) {
            return List.of();
        }
        packet[size++] = next;
        int length = packet[0] & 0xFF;
        if (length < Ssi.HEAD) {
            forgetPacket(); // a wake-up byte, or lost in the middle of something
            return List.of();
        }
        return size == length + Ssi.CHECK ? whole() : List.of();
    }

    private List<Heard> whole() {
        lost = !Ssi.isIntact(packet, size);
        List<Heard> heard = lost ? List.of() : obey(packet[1] & 0xFF);
        forgetPacket();
        return heard;
    }

    private List<Heard> obey(int opcode) {
        int cause = size > Ssi.HEAD + Ssi.CHECK ? packet[Ssi.HEAD] : 0;
        return switch (opcode) {
            case Ssi.DECODE_DATA -> decoded();
            case Ssi.EVENT -> List.of(ACK);
            case Ssi.ACK -> List.of(new Heard.Reply(true, ""));
            case Ssi.REVISION_REPLY -> List.of(new Heard.Reply(true, text()));
            // Our packet was damaged on the way: no reply yet, it will be sent again.
            case Ssi.NAK -> cause == Ssi.RESEND ? List.of() : List.of(new Heard.Reply(false, "cause " + cause));
            default -> List.of();
        };
    }

    private String text() {
        return new String(packet, Ssi.HEAD, size - Ssi.HEAD - Ssi.CHECK, StandardCharsets.ISO_8859_1);
    }

    private List<Heard> decoded() {
        int from = Ssi.HEAD + 1;
        int count = size - Ssi.CHECK - from;
        int status = packet[3];
        int content = Arrays.hashCode(Arrays.copyOfRange(packet, Ssi.HEAD, size - Ssi.CHECK));
        boolean repeat = (status & Ssi.STATUS_AGAIN) != 0 && content == lastTaken;
        lastTaken = content;
        if (repeat || count < 0) {
            return List.of(ACK);
        }
        append(from, count);
        return (status & Ssi.STATUS_MORE_FOLLOWS) != 0 ? List.of(ACK) : end();
    }

    private void append(int from, int count) {
        oversize |= codeSize + count > LONGEST_CODE;
        if (!oversize) {
            System.arraycopy(packet, from, code, codeSize, count);
            codeSize += count;
        }
    }

    private List<Heard> end() {
        byte[] bytes = Arrays.copyOf(code, codeSize);
        boolean tooLong = oversize;
        forgetCode();
        if (tooLong) {
            return List.of(ACK, TOO_LONG);
        }
        return bytes.length == 0 ? List.of(ACK) : List.of(ACK, new Heard.Code(bytes, ""));
    }

    /** The rest of a packet will not come; the module will send the whole of it again. */
    @Override
    public List<Heard> silence() {
        forgetPacket();
        lost = false;
        return List.of();
    }

    @Override
    public boolean isInCode() {
        return size > 0 || lost;
    }

    @Override
    public void clear() {
        forgetPacket();
        lost = false;
        forgetCode();
    }

    private void forgetPacket() {
        Arrays.fill(packet, 0, size, (byte) 0);
        size = 0;
    }

    private void forgetCode() {
        Arrays.fill(code, 0, codeSize, (byte) 0);
        codeSize = 0;
        oversize = false;
    }
}
