package io.changbai.qr.scanner.internal;

import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;

/** The bytes to and from a scanner module. Tells what it says itself from the codes it reads. */
final class ScannerLink implements AutoCloseable {

    /** What came in. */
    sealed interface Heard {

        record Nothing() implements Heard {}

        @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
        record Code(byte[] bytes) implements Heard {}

        record TooLong() implements Heard {}
    }

    private static final Heard NOTHING = new Heard.Nothing();
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);
    private static final Duration REPLY_PATIENCE = Duration.ofMillis(500);
    private static final Duration SLICE = Duration.ofMillis(100);

    private final ByteChannel channel;
    private final ScannerProfile profile;
    private final CodeFramer framer;
    private final Clock clock;
    private final byte[] in = new byte[1024];
    private int at;
    private int filled;

    ScannerLink(ByteChannel channel, ScannerProfile profile, Suffix suffix, Clock clock) {
        this.channel = channel;
        this.profile = profile;
        this.framer = new CodeFramer(suffix);
        this.clock = clock;
    }

    /** Forgets every byte that came until now. */
    void purge() throws IOException {
        channel.purge();
        framer.clear();
        Arrays.fill(in, (byte) 0);
        at = 0;
        filled = 0;
    }

    void send(String command) throws IOException {
        if (!command.isEmpty()) {
            channel.write(ScannerProfile.bytes(command), WRITE_PATIENCE);
        }
    }

    /** Sends a command that the module answers; false when it did not. What came before is purged. */
    boolean ask(String command) throws IOException {
        purge();
        send(command);
        StringBuilder heard = new StringBuilder();
        Instant end = clock.instant().plus(REPLY_PATIENCE);
        while (heard.length() < CodeFramer.LONGEST_CODE && clock.instant().isBefore(end)) {
            int count = channel.read(in, 0, in.length, SLICE);
            heard.append(new String(in, 0, count, StandardCharsets.ISO_8859_1));
            if (profile.replies().matcher(heard).find()) {
                purge();
                return true;
            }
        }
        return false;
    }

    /** The next code, or nothing for about 100 ms. */
    Heard listen() throws IOException {
        while (true) {
            while (at < filled) {
                Optional<byte[]> code = framer.take(in[at++]).flatMap(this::withoutReplies);
                if (code.isPresent()) {
                    return new Heard.Code(code.get());
                }
            }
            Arrays.fill(in, 0, filled, (byte) 0);
            at = 0;
            filled = channel.read(in, 0, in.length, framer.isInCode() ? profile.silence() : SLICE);
            if (filled == 0) {
                return silence();
            }
        }
    }

    private Heard silence() {
        if (framer.isOversize()) {
            framer.clear();
            return new Heard.TooLong();
        }
        return framer.silence()
                .flatMap(this::withoutReplies)
                .<Heard>map(Heard.Code::new)
                .orElse(NOTHING);
    }

    /** A reply that came late stands before the code, without a suffix of its own. */
    private Optional<byte[]> withoutReplies(byte[] framed) {
        String text = new String(framed, StandardCharsets.ISO_8859_1);
        Matcher reply = profile.replies().matcher(text);
        int start = 0;
        while (reply.region(start, text.length()).lookingAt()) {
            start = reply.end();
        }
        return start == framed.length
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(framed, start, framed.length));
    }

    @Override
    public void close() {
        framer.clear();
        Arrays.fill(in, (byte) 0);
        channel.close();
    }
}
