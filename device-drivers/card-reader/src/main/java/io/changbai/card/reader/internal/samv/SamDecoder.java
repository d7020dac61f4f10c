package io.changbai.card.reader.internal.samv;

import java.util.Arrays;

/**
 * Finds answers in a stream of bytes that may begin anywhere, arrive in any pieces and contain garbage. After garbage or a
 * damaged frame it goes on at the next start of a frame. It keeps nothing of what it gave out.
 */
final class SamDecoder {

    private static final int START = SamFrame.START.length;
    private static final int HEAD = START + SamFrame.LENGTH_BYTES;
    private static final int STATUS = 3;

    private final byte[] buffer = new byte[8192];
    private int size;

    /** Adds bytes; at most 4096 at a time, and {@link #next} is asked until it says nothing in between. */
    void append(byte[] bytes, int offset, int length) {
        if (length > buffer.length - size) {
            clear(); // no frame is that long: it was garbage
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    /** The next answer or damage in what was appended. */
    SamReceived next() {
        dropUntilStart();
        if (size < HEAD) {
            return SamReceived.NOTHING;
        }
        int length = ((buffer[START] & 0xFF) << 8) | (buffer[START + 1] & 0xFF);
        if (length < SamFrame.MIN_ANSWER || length > SamFrame.MAX_ANSWER) {
            drop(1);
            return SamReceived.DAMAGED;
        }
        if (size < HEAD + length) {
            return SamReceived.NOTHING;
        }
        return take(HEAD + length);
    }

    private SamReceived take(int end) {
        if (SamFrame.xor(buffer, START, end) != 0) {
            drop(1);
            return SamReceived.DAMAGED;
        }
        byte[] payload = Arrays.copyOfRange(buffer, HEAD + STATUS, end - 1);
        SamReceived answer =
                new SamReceived.Answer(buffer[HEAD] & 0xFF, buffer[HEAD + 1] & 0xFF, buffer[HEAD + 2] & 0xFF, payload);
        drop(end);
        return answer;
    }

    /** True when a frame has begun and not ended. */
    boolean inFrame() {
        return size >= START && startsAt(0);
    }

    private void dropUntilStart() {
        int at = 0;
        while (at < size && !startsAt(at)) {
            at++;
        }
        drop(at);
    }

    /** Also true for the first bytes of a start at the end of what has arrived. */
    private boolean startsAt(int at) {
        int length = Math.min(START, size - at);
        return Arrays.equals(buffer, at, at + length, SamFrame.START, 0, length);
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, size - count);
        Arrays.fill(buffer, size - count, size, (byte) 0);
        size -= count;
    }

    /** Forgets everything received. */
    void clear() {
        drop(size);
    }
}
