package io.changbai.pin.pad.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Frames to and from the pad over a channel, each acknowledged. The pad may speak at any moment; nothing of it is lost. */
final class PadLink implements AutoCloseable {

    private static final int SENDS = 3;
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);
    /** The pad acknowledges within this time, or did not hear. */
    private static final Duration TO_ACKNOWLEDGE = Duration.ofMillis(500);
    /** Longest pause inside a frame. */
    private static final Duration GAP = Duration.ofMillis(200);

    private final ByteChannel channel;
    private final Clock clock;
    private final PadDecoder decoder = new PadDecoder();
    private final byte[] in = new byte[512];
    private final Deque<String> heard = new ArrayDeque<>();
    private int damaged;

    PadLink(ByteChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Sends a frame, up to three times.
     *
     * @return false when the pad never acknowledged it
     * @throws IOException the pad is unplugged
     */
    boolean send(String body) throws IOException {
        for (int i = 0; i < SENDS; i++) {
            byte[] frame = PadFrame.of(body);
            channel.write(frame, WRITE_PATIENCE);
            Arrays.fill(frame, (byte) 0);
            if (isTaken()) {
                return true;
            }
        }
        return false;
    }

    private boolean isTaken() throws IOException {
        Instant deadline = clock.instant().plus(TO_ACKNOWLEDGE);
        Duration left = TO_ACKNOWLEDGE;
        while (!left.isZero()) {
            Acknowledged answer = listen(left);
            if (answer != Acknowledged.NOTHING) {
                return answer == Acknowledged.TAKEN;
            }
            left = SteadyClock.left(clock, deadline);
        }
        return false;
    }

    private enum Acknowledged {
        NOTHING,
        TAKEN,
        REFUSED
    }

    /** The next frame, in the order they came; empty when there is none within {@code patience}. */
    Optional<String> receive(Duration patience) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        Duration left = patience;
        while (heard.isEmpty() && !left.isZero()) {
            listen(left);
            left = SteadyClock.left(clock, deadline);
        }
        return Optional.ofNullable(heard.poll());
    }

    /** How many damaged frames came since the last whole one. */
    int damagedInARow() {
        return damaged;
    }

    /** Reads once; every whole frame is acknowledged, every damaged one asked for again. */
    private Acknowledged listen(Duration patience) throws IOException {
        boolean inFrame = decoder.inFrame();
        int count = channel.read(in, 0, in.length, inFrame && patience.compareTo(GAP) > 0 ? GAP : patience);
        if (count == 0 && inFrame) {
            decoder.clear();
            refuse();
        }
        Acknowledged answer = Acknowledged.NOTHING;
        for (int i = 0; i < count; i++) {
            Optional<PadReceived> next = decoder.take(in[i]);
            answer = next.isPresent() ? react(next.get(), answer) : answer;
        }
        return answer;
    }

    private Acknowledged react(PadReceived next, Acknowledged before) throws IOException {
        if (next instanceof PadReceived.Frame frame) {
            damaged = 0;
            heard.add(frame.body());
            channel.write(new byte[] {PadFrame.ACK}, WRITE_PATIENCE);
        } else if (next == PadReceived.DAMAGED) {
            refuse();
        } else {
            return next == PadReceived.TAKEN ? Acknowledged.TAKEN : Acknowledged.REFUSED;
        }
        return before;
    }

    private void refuse() throws IOException {
        damaged++;
        channel.write(new byte[] {PadFrame.NAK}, WRITE_PATIENCE);
    }

    @Override
    public void close() {
        decoder.clear();
        channel.close();
    }
}
