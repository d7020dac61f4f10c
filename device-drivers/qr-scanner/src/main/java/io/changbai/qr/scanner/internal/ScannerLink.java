package io.changbai.qr.scanner.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.ByteChannel;
import io.changbai.qr.scanner.internal.codec.Command;
import io.changbai.qr.scanner.internal.codec.Decoder;
import io.changbai.qr.scanner.internal.codec.Heard;
import io.changbai.qr.scanner.internal.codec.ScannerProfile.Timing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Bytes to and from a scanner module, as commands and as whole things heard. Packets that await an answer get it here. */
final class ScannerLink implements AutoCloseable {

    private static final Heard NOTHING = new Heard.Nothing();
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);
    private static final Duration SLICE = Duration.ofMillis(100);
    /** Reads in one drain; a command must not wait for a line that is never silent. */
    private static final int LONGEST_DRAIN = 16;

    private final ByteChannel channel;
    private final Timing timing;
    private final Decoder decoder;
    private final Clock clock;
    private final byte[] in = new byte[1024];
    private final Deque<Heard> heard = new ArrayDeque<>();
    private Instant mayCommand = Instant.MIN;
    /** Something from before the last drain is still coming in. */
    private boolean stale;

    ScannerLink(ByteChannel channel, Timing timing, Decoder decoder, Clock clock) {
        this.channel = channel;
        this.timing = timing;
        this.decoder = decoder;
        this.clock = clock;
    }

    void send(Command command) throws IOException {
        if (command.isNone()) {
            return;
        }
        for (Duration left = SteadyClock.left(clock, mayCommand);
                left.toMillis() > 0;
                left = SteadyClock.left(clock, mayCommand)) {
            read(left);
        }
        channel.write(command.bytes(), WRITE_PATIENCE);
        mayCommand = clock.instant().plus(timing.pause());
    }

    /** Sends a command and waits for the module's reply; empty when none came. Codes that come meanwhile are nobody's. */
    Optional<Heard.Reply> ask(Command command) throws IOException {
        drain();
        send(command);
        Instant end = clock.instant().plus(timing.reply());
        while (clock.instant().isBefore(end)) {
            if (listen() instanceof Heard.Reply reply) {
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }

    /** The next whole thing, or nothing for about 100 ms. */
    Heard listen() throws IOException {
        Instant end = clock.instant().plus(SLICE);
        do {
            Duration wait = decoder.isInCode() || stale ? timing.silence() : SLICE;
            if (heard.isEmpty() && !read(wait)) {
                silence();
                break;
            }
            dropStale();
        } while (heard.isEmpty() && clock.instant().isBefore(end));
        return heard.isEmpty() ? NOTHING : heard.poll();
    }

    private void silence() throws IOException {
        take(decoder.silence());
        dropStale();
        if (stale) {
            decoder.clear();
            stale = false;
        }
    }

    private void dropStale() {
        if (stale) {
            heard.removeIf(each -> !(each instanceof Heard.Reply));
        }
    }

    /**
     * Forgets everything that came until now, and what is just coming in, up to silence. It is decoded before, since some
     * modules send again what nobody acknowledged.
     *
     * @return the last reply among it
     */
    Optional<Heard.Reply> drain() throws IOException {
        int reads = 0;
        Duration wait = decoder.isInCode() || stale ? timing.silence() : Duration.ZERO;
        while (reads < LONGEST_DRAIN && read(wait)) {
            reads++;
            wait = timing.silence();
        }
        stale = reads == LONGEST_DRAIN;
        Heard.Reply reply = null;
        for (Heard each : heard) {
            reply = each instanceof Heard.Reply one ? one : reply;
        }
        heard.clear();
        if (!stale) {
            decoder.clear();
        }
        return Optional.ofNullable(reply);
    }

    /** False when nothing came within {@code patience}. */
    private boolean read(Duration patience) throws IOException {
        int count = channel.read(in, 0, in.length, patience);
        for (int i = 0; i < count; i++) {
            take(decoder.take(in[i]));
        }
        Arrays.fill(in, 0, count, (byte) 0);
        return count > 0;
    }

    private void take(List<Heard> all) throws IOException {
        for (Heard each : all) {
            if (each instanceof Heard.Awaiting awaiting) {
                channel.write(awaiting.answer(), WRITE_PATIENCE);
            } else {
                heard.add(each);
            }
        }
    }

    @Override
    public void close() {
        heard.clear();
        decoder.clear();
        Arrays.fill(in, (byte) 0);
        channel.close();
    }
}
