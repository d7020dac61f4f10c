package io.changbai.cabinet.internal.power;

import io.changbai.cabinet.internal.power.NutReply.Broken;
import io.changbai.cabinet.internal.power.NutReply.UpsList;
import io.changbai.cabinet.internal.power.NutReply.Var;
import io.changbai.device.link.ByteChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Questions and answers over one connection to {@code upsd}. */
final class NutLink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final int MOST_UPSES = 32;

    private final ByteChannel channel;
    private final Clock clock;
    private final byte[] buffer = new byte[512];
    private int from;
    private int to;

    NutLink(ByteChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * The names of all supplies.
     *
     * @throws IOException what answers is not upsd, or nothing does
     */
    List<String> list() throws IOException {
        Instant end = clock.instant().plus(PATIENCE);
        channel.write(Nut.listUps(), PATIENCE);
        if (!text(line(end)).startsWith("BEGIN LIST UPS")) {
            throw new IOException("what answers is not upsd");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= MOST_UPSES; i++) {
            byte[] line = line(end);
            if (text(line).startsWith("END LIST UPS")) {
                return names;
            }
            if (!(Nut.decode(line) instanceof UpsList one)) {
                throw new IOException("upsd lists what is no supply");
            }
            names.addAll(one.names());
        }
        throw new IOException("upsd's list of supplies has no end");
    }

    /** The value of a variable, or why there is none; {@link Broken} when something else was said. */
    NutReply get(String ups, String variable) throws IOException {
        channel.write(Nut.get(ups, variable), PATIENCE);
        NutReply reply = Nut.decode(line(clock.instant().plus(PATIENCE)));
        if (reply instanceof Var value
                && !(value.name().equals(variable) && value.ups().equals(ups))) {
            return new Broken("the answer to another question");
        }
        return reply;
    }

    private byte[] line(Instant end) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() <= Nut.LONGEST_LINE) {
            if (from == to) {
                fill(end);
            }
            byte next = buffer[from++];
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        throw new IOException("a line without an end");
    }

    private void fill(Instant end) throws IOException {
        Duration left = Duration.between(clock.instant(), end);
        from = 0;
        to = left.isNegative() ? 0 : channel.read(buffer, 0, buffer.length, left);
        if (to == 0) {
            throw new IOException("upsd is silent");
        }
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
        channel.close();
    }
}
