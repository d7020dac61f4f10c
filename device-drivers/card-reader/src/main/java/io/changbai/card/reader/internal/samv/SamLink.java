package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** One command and its answer at a time over a channel. Bytes are looked at as they arrive; nothing sleeps. */
final class SamLink implements AutoCloseable {

    /** How an exchange ended. */
    sealed interface Reply {

        record Answered(SamReceived.Answer answer) implements Reply {}

        /** Something came, and it was no whole frame. */
        record Damaged() implements Reply {}

        record Silent() implements Reply {}

        /** Nobody wants the answer any more, and none had begun. */
        record Abandoned() implements Reply {}
    }

    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);
    /** Longest pause inside a frame; USB bridges hold bytes back for up to 16 ms, boxes on a network longer. */
    private static final Duration GAP = Duration.ofMillis(200);
    /** A frame that has begun in time may end this much later: 2321 bytes at 9600 baud take 2.4 s. */
    private static final Duration LONGEST_FRAME = Duration.ofMillis(2_500);

    private static final Duration SLICE = Duration.ofMillis(100);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(2);

    private final ByteChannel channel;
    private final Clock clock;
    private final SamDecoder decoder = new SamDecoder();
    private final byte[] in = new byte[2_400];
    private boolean answerMayComeLate;

    SamLink(ByteChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Sends a command and waits for the answer that fits it.
     *
     * @throws IOException the reader is unplugged
     */
    Reply exchange(SamCommand command, Cancellation cancellation) throws IOException {
        if (answerMayComeLate) {
            drain();
        }
        channel.purge();
        decoder.clear();
        channel.write(command.frame(), WRITE_PATIENCE);
        Reply reply = await(command, cancellation);
        answerMayComeLate = !(reply instanceof Reply.Answered);
        return reply;
    }

    private Reply await(SamCommand command, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(command.patience());
        boolean heard = false;
        while (true) {
            int count = receive(decoder.inFrame() ? GAP : SLICE);
            heard |= count > 0;
            for (SamReceived next = decoder.next(); next != SamReceived.NOTHING; next = decoder.next()) {
                if (next == SamReceived.DAMAGED) {
                    return new Reply.Damaged();
                }
                SamReceived.Answer answer = (SamReceived.Answer) next;
                if (command.fits(answer)) {
                    return new Reply.Answered(answer);
                }
                Arrays.fill(answer.payload(), (byte) 0); // late, for a command given up before
                heard = false;
            }
            if (decoder.inFrame()) {
                if (count == 0 || clock.instant().isAfter(deadline.plus(LONGEST_FRAME))) {
                    return new Reply.Damaged();
                }
            } else if (cancellation.isCancelled()) {
                return new Reply.Abandoned();
            } else if (!clock.instant().isBefore(deadline)) {
                return heard ? new Reply.Damaged() : new Reply.Silent();
            }
        }
    }

    private int receive(Duration patience) throws IOException {
        int count = channel.read(in, 0, in.length, patience);
        decoder.append(in, 0, count);
        Arrays.fill(in, 0, count, (byte) 0);
        return count;
    }

    /** An answer to a command given up may still be on its way: wait until the line is silent. */
    private void drain() throws IOException {
        Instant end = clock.instant().plus(LONGEST_DRAIN);
        int count = receive(GAP);
        while (count > 0 && clock.instant().isBefore(end)) {
            decoder.clear();
            count = receive(GAP);
        }
    }

    /** Rests until {@code rest} is over or {@code cancellation} comes; what arrives meanwhile is thrown away. */
    void rest(Duration rest, Cancellation cancellation) throws IOException {
        Instant end = clock.instant().plus(rest);
        for (Duration left = rest; !left.isZero(); left = SteadyClock.left(clock, end)) {
            if (cancellation.isCancelled()) {
                return;
            }
            receive(left.compareTo(SLICE) < 0 ? left : SLICE);
            decoder.clear();
        }
    }

    @Override
    public void close() {
        decoder.clear();
        channel.close();
    }
}
