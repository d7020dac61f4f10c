package io.changbai.device.emulators.internal.scanner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Decoded data on its way to the host: one packet at a time, each until it is acknowledged, at most three times, from the
 * second time on with the retransmission bit set.
 */
final class SsiOutbox {
    private static final int DECODE_DATA = 0xF3;
    private static final byte TYPE_QR = (byte) 0xF1;
    private static final int ROOM = 250;
    private static final int AGAIN = 1;
    private static final int MORE_FOLLOWS = 2;
    private static final int TIMES = 3;
    private static final Duration TO_ACKNOWLEDGE = Duration.ofMillis(400);

    /** One packet that waits. */
    private record Waiting(Wire wire, String data, int status, int piece) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int times;
    private Thread repeating;

    synchronized void add(Wire wire, byte[] code, int piece) throws IOException {
        boolean idle = waiting.isEmpty();
        for (int at = 0; at == 0 || at < code.length; at += ROOM) {
            int end = Math.min(code.length, at + ROOM);
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.write(TYPE_QR);
            data.writeBytes(Arrays.copyOfRange(code, at, end));
            waiting.add(new Waiting(wire, data.toString(ISO_8859_1), end < code.length ? MORE_FOLLOWS : 0, piece));
        }
        if (idle) {
            first();
        }
    }

    /** The host took the packet: the next one goes out. */
    synchronized void acknowledged() throws IOException {
        if (waiting.poll() != null) {
            first();
        }
    }

    /** The packet goes out once more, or is given up. */
    synchronized void sendAgain() throws IOException {
        if (times >= TIMES) {
            waiting.clear();
        } else if (!waiting.isEmpty()) {
            send(waiting.peek(), AGAIN);
        }
        notifyAll();
    }

    synchronized void empty() {
        waiting.clear();
        notifyAll();
    }

    private void first() throws IOException {
        times = 0;
        if (!waiting.isEmpty()) {
            send(waiting.peek(), 0);
            watch();
        }
        notifyAll();
    }

    private void send(Waiting packet, int again) throws IOException {
        times++;
        byte[] data = packet.data().getBytes(ISO_8859_1);
        byte[] bytes = SsiModule.packet(DECODE_DATA, packet.status() | again, data);
        packet.wire().send(bytes, packet.piece() <= 0 ? bytes.length : packet.piece());
    }

    private void watch() {
        if (repeating == null) {
            repeating = new Thread(this::repeat, "emulator-qr-scanner-repeats");
            repeating.setDaemon(true);
            repeating.start();
        }
    }

    /** Lives as long as packets wait. */
    private synchronized void repeat() {
        try {
            while (!waiting.isEmpty()) {
                Waiting watched = waiting.peek();
                long end = System.nanoTime() + TO_ACKNOWLEDGE.toNanos();
                for (long left = TO_ACKNOWLEDGE.toMillis();
                        left > 0 && waiting.peek() == watched;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
                if (waiting.peek() == watched) {
                    sendAgain();
                }
            }
        } catch (IOException | InterruptedException e) {
            waiting.clear(); // the host hung up
        } finally {
            repeating = null;
        }
    }
}
