package io.changbai.cabinet.internal.voice;

import io.changbai.cabinet.internal.voice.Ssip.Line;
import io.changbai.device.link.ByteChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service speech-dispatcher, which has its own voices and its own way to the sound card. */
final class SsipVoice implements Voice {

    private static final Logger LOG = LoggerFactory.getLogger(SsipVoice.class);
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final int USUAL_WORDS_PER_MINUTE = 170;

    private final ByteChannel channel;
    private final Clock clock;
    private final Set<String> languages;
    private final byte[] buffer = new byte[512];
    private int from;
    private int to;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private String messageOfEvent;
    private String lastEnded = "";

    private SsipVoice(ByteChannel channel, Clock clock, Set<String> languages) {
        this.channel = channel;
        this.clock = clock;
        this.languages = Set.copyOf(languages);
    }

    /** Owns {@code channel} from here, also when it fails. */
    static SsipVoice open(ByteChannel channel, Clock clock, Set<String> languages, int wordsPerMinute)
            throws IOException {
        SsipVoice voice = new SsipVoice(channel, clock, languages);
        try {
            voice.ask("SET SELF CLIENT_NAME changbai:terminal:speech");
            voice.ask("SET SELF NOTIFICATION ALL on");
            voice.ask("SET SELF RATE " + held((wordsPerMinute - USUAL_WORDS_PER_MINUTE) * 100 / 200));
            return voice;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean speaks(String language) {
        return languages.contains(language);
    }

    @Override
    public void check() throws IOException {
        ask("GET OUTPUT_MODULE");
    }

    @Override
    public Speaking begin(String text, String language, int loudness) throws IOException {
        ask("SET SELF LANGUAGE " + Ssip.language(language));
        ask("SET SELF VOLUME " + held(loudness - 100));
        ask("SPEAK");
        channel.write(Ssip.text(text), PATIENCE);
        return new Said(answer());
    }

    private static int held(int value) {
        return Math.max(-100, Math.min(100, value));
    }

    private void ask(String words) throws IOException {
        channel.write(Ssip.command(words), PATIENCE);
        answer();
    }

    /** Reads up to the end of an answer; what comes back is its first line, for SPEAK the number of the message. */
    private String answer() throws IOException {
        String first = null;
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            Line line = line(Duration.between(clock.instant(), end));
            if (line == null) {
                throw new IOException("speech-dispatcher is silent");
            }
            if (line.code() == 0 || !line.isEvent() && !line.isDone()) {
                throw new IOException("speech-dispatcher says " + line.code());
            }
            if (!line.isEvent()) {
                first = first == null ? line.text() : first;
                if (line.last()) {
                    return first;
                }
            }
        }
    }

    /** The next whole line; null when none came in time. What has begun is kept for the next call. */
    private Line line(Duration patience) throws IOException {
        Instant end = clock.instant().plus(patience);
        while (true) {
            while (from < to) {
                byte next = buffer[from++];
                if (next == '\n') {
                    Line line = Ssip.decode(begun.toByteArray());
                    begun.reset();
                    follow(line);
                    return line;
                }
                begun.write(next);
                if (begun.size() > Ssip.LONGEST_LINE) {
                    throw new IOException("a line without an end");
                }
            }
            Duration left = Duration.between(clock.instant(), end);
            from = 0;
            to = left.isNegative() ? 0 : channel.read(buffer, 0, buffer.length, left);
            if (to == 0) {
                return null;
            }
        }
    }

    /** An event is three lines: the number of its message, that of the client, and what happened. */
    private void follow(Line line) {
        if (!line.isEvent()) {
            return;
        }
        if (messageOfEvent == null) {
            messageOfEvent = line.text();
        }
        if (line.last()) {
            boolean ends = line.code() == Ssip.END || line.code() == Ssip.CANCELLED;
            lastEnded = ends ? messageOfEvent : lastEnded;
            messageOfEvent = null;
        }
    }

    @Override
    public void close() {
        channel.close();
    }

    private final class Said implements Speaking {
        private final String message;

        Said(String message) {
            this.message = message;
        }

        @Override
        public boolean await(Duration patience) throws IOException {
            Instant end = clock.instant().plus(patience);
            while (!lastEnded.equals(message)) {
                Line line = line(Duration.between(clock.instant(), end));
                if (line == null) {
                    return false;
                }
                if (line.code() == 0) {
                    throw new IOException("not a line of SSIP");
                }
            }
            return true;
        }

        @Override
        public void stop() {
            if (lastEnded.equals(message)) {
                return;
            }
            try {
                ask("STOP SELF");
            } catch (IOException e) {
                LOG.debug("nothing to stop any more: {}", e.getMessage());
                channel.close(); // speech-dispatcher ends what a client that left was saying
            }
        }
    }
}
