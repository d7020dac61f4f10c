package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.LeadClock;
import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A reader whose answers are given beforehand; waiting costs only the test's time, not ours. */
final class ScriptedReader implements ByteChannel {

    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(long afterMillis, byte[] bytes) {}

    /** Commands seen, as the two bytes command and parameter. */
    final List<Integer> commands = new ArrayList<>();

    private final LeadClock clock;
    private final Deque<List<Piece>> answers = new ArrayDeque<>();
    private final Deque<Piece> line = new ArrayDeque<>();
    private boolean unplugged;

    ScriptedReader(LeadClock clock) {
        this.clock = clock;
    }

    /** The next command is answered with {@code bytes}. */
    ScriptedReader then(byte[] bytes) {
        answers.add(List.of(new Piece(0, bytes)));
        return this;
    }

    /** The next command is answered in two pieces with a pause between. */
    ScriptedReader then(byte[] first, long pauseMillis, byte[] second) {
        answers.add(List.of(new Piece(0, first), new Piece(pauseMillis, second)));
        return this;
    }

    ScriptedReader late(long millis, byte[] bytes) {
        answers.add(List.of(new Piece(millis, bytes)));
        return this;
    }

    /** The next command is not answered. */
    ScriptedReader silence() {
        answers.add(List.of());
        return this;
    }

    void unplug() {
        unplugged = true;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws IOException {
        failIfUnplugged();
        commands.add(((bytes[7] & 0xFF) << 8) | (bytes[8] & 0xFF));
        line.addAll(answers.isEmpty() ? List.of() : answers.pop());
    }

    @Override
    public int read(byte[] into, int offset, int length, Duration patience) throws IOException {
        failIfUnplugged();
        Piece piece = line.peek();
        if (piece == null) {
            clock.advance(patience);
            return 0;
        }
        line.pop();
        if (piece.afterMillis() > patience.toMillis()) {
            clock.advance(patience);
            line.push(new Piece(piece.afterMillis() - patience.toMillis(), piece.bytes()));
            return 0;
        }
        clock.advance(Duration.ofMillis(piece.afterMillis()));
        int count = Math.min(length, piece.bytes().length);
        System.arraycopy(piece.bytes(), 0, into, offset, count);
        if (count < piece.bytes().length) {
            line.push(new Piece(0, Arrays.copyOfRange(piece.bytes(), count, piece.bytes().length)));
        }
        return count;
    }

    private void failIfUnplugged() throws IOException {
        if (unplugged) {
            throw new IOException("unplugged");
        }
    }

    @Override
    public void purge() throws IOException {
        failIfUnplugged();
        line.removeIf(piece -> piece.afterMillis() == 0);
    }

    @Override
    public void close() {
        unplugged = true;
    }
}
