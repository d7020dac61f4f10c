package io.changbai.device.emulators.internal.pin;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pad's end of a line: 02, text, 03, XOR of text and 03; each frame answered with 06 or 15. A frame that is refused is
 * sent again, three times in all.
 */
public final class PadLine {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;
    private static final int SENDS = 3;
    private static final int LONGEST = 256;
    private static final long GIVEN_UP = TimeUnit.SECONDS.toNanos(1);

    /** What happens to bytes on their way to the host. */
    @FunctionalInterface
    public interface Spoiler {
        byte[] spoil(byte[] frame);
    }

    private final Wire wire;
    private final Spoiler spoiler;
    private final Deque<byte[]> unanswered = new ArrayDeque<>();
    private int sends;
    private long sentAt = System.nanoTime();

    public PadLine(Wire wire, Spoiler spoiler) {
        this.wire = wire;
        this.spoiler = spoiler;
    }

    /** The next whole frame of the host, acknowledged; empty at the end of the stream. */
    public Optional<String> next() throws IOException {
        InputStream in = wire.in();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == ACK) {
                taken();
            } else if (b == NAK) {
                refused();
            } else if (b == STX) {
                Optional<String> body = body(in);
                if (body.isPresent()) {
                    return body;
                }
            }
        }
        return Optional.empty();
    }

    /** Sends a frame when all before it were answered. */
    public synchronized void send(String body) throws IOException {
        if (System.nanoTime() - sentAt > GIVEN_UP) {
            unanswered.clear(); // the host never heard them
        }
        unanswered.add(frame(body));
        if (unanswered.size() == 1) {
            sends = 0;
            sendFirst();
        }
    }

    public void acknowledge() throws IOException {
        reply(ACK);
    }

    private Optional<String> body(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int sum = ETX;
        int next = in.read();
        while (next >= 0 && next != ETX && text.size() < LONGEST) {
            text.write(next);
            sum ^= next;
            next = in.read();
        }
        if (next < 0) {
            return Optional.empty();
        }
        if (next == ETX && in.read() == sum) {
            return Optional.of(text.toString(StandardCharsets.US_ASCII));
        }
        reply(NAK);
        return Optional.empty();
    }

    private void reply(int single) throws IOException {
        byte[] spoilt = spoiler.spoil(new byte[] {(byte) single});
        wire.send(spoilt);
    }

    private synchronized void taken() throws IOException {
        unanswered.poll();
        sends = 0;
        sendFirst();
    }

    private synchronized void refused() throws IOException {
        if (sends >= SENDS) {
            unanswered.poll();
            sends = 0;
        }
        sendFirst();
    }

    private void sendFirst() throws IOException {
        byte[] first = unanswered.peek();
        if (first != null) {
            sends++;
            sentAt = System.nanoTime();
            wire.send(spoiler.spoil(first.clone()));
        }
    }

    private static byte[] frame(String body) {
        byte[] text = body.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[text.length + 3];
        frame[0] = STX;
        System.arraycopy(text, 0, frame, 1, text.length);
        frame[text.length + 1] = ETX;
        for (int i = 1; i < frame.length - 1; i++) {
            frame[frame.length - 1] ^= frame[i];
        }
        return frame;
    }
}
