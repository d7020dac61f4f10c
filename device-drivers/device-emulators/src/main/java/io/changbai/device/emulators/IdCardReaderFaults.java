package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.wire.Pace;
import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/**
 * What goes wrong on the wire of an ID card reader. Each fault with a count ends by itself after that many answers;
 * switches stay until {@link #clear()}.
 */
public final class IdCardReaderFaults {
    private static final byte[] GARBAGE = {0x5A, (byte) 0xFF, 0x00, (byte) 0xAA, 0x13};
    private static final byte NOISE = (byte) 0xF8;

    private int wrongChecksums;
    private int truncated;
    private int garbageBefore;
    private int noise;
    private int cutOff;
    private int late;
    private Duration lateness = Duration.ZERO;
    private int refusals;
    private int refusal;
    private int refusedCommand = -1;
    private boolean byteByByte;
    private boolean mute;
    private boolean wrongBaud;

    /** The next {@code answers} carry a wrong checksum. */
    public synchronized void wrongChecksum(int answers) {
        wrongChecksums = answers;
    }

    /** The next {@code answers} stop in the middle. */
    public synchronized void truncate(int answers) {
        truncated = answers;
    }

    /** The next {@code answers} follow a few bytes of garbage, one of them a lonely AA. */
    public synchronized void garbageBefore(int answers) {
        garbageBefore = answers;
    }

    /** The next {@code answers} are noise, as at a wrong baud rate. */
    public synchronized void noise(int answers) {
        noise = answers;
    }

    /** In the middle of the next {@code answers} the host sees the end of the stream; it may connect again. */
    public synchronized void cutOff(int answers) {
        cutOff = answers;
    }

    /** The next {@code answers} come {@code by} later than asked for; the reader does nothing else meanwhile. */
    public synchronized void late(Duration by, int answers) {
        lateness = by;
        late = answers;
    }

    /** The next {@code answers} are this third status byte, whatever was asked. */
    public synchronized void status(int sw3, int answers) {
        refusedCommand = -1;
        refusal = sw3;
        refusals = answers;
    }

    /** The next {@code answers} to one command (0x2001 find, 0x2002 select, 0x3001 read …) are this status byte. */
    public synchronized void statusTo(int command, int sw3, int answers) {
        refusedCommand = command;
        refusal = sw3;
        refusals = answers;
    }

    /** Answers trickle in one byte at a time. */
    public synchronized void byteByByte(boolean on) {
        byteByByte = on;
    }

    /** The reader takes every command and answers none. */
    public synchronized void mute(boolean on) {
        mute = on;
    }

    /** The host speaks at another speed: no command is understood, every answer is noise. */
    public synchronized void wrongBaud(boolean on) {
        wrongBaud = on;
    }

    public synchronized boolean isWrongBaud() {
        return wrongBaud;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    /** Everything works again. */
    public synchronized void clear() {
        wrongChecksums = 0;
        truncated = 0;
        garbageBefore = 0;
        noise = 0;
        cutOff = 0;
        late = 0;
        refusals = 0;
        byteByByte = false;
        mute = false;
        wrongBaud = false;
    }

    synchronized OptionalInt refusalOf(int command, int parameter) {
        boolean meant = refusedCommand < 0 || refusedCommand == ((command << 8) | parameter);
        if (refusals == 0 || !meant) {
            return OptionalInt.empty();
        }
        refusals--;
        return OptionalInt.of(refusal);
    }

    /** @param pace the line's slowness; empty when bytes cost no time */
    void send(Wire wire, byte[] answer, Optional<Pace> pace) throws IOException {
        Duration wait = waitBeforeAnswer();
        if (!wait.isZero()) {
            LockSupport.parkNanos(wait.toNanos());
        }
        Damaged damaged = damage(answer);
        if (pace.isPresent()) {
            pace.get().send(wire, damaged.bytes);
        } else if (damaged.bytes.length > 0) {
            wire.send(damaged.bytes, damaged.piece);
        }
        if (damaged.andGone) {
            wire.close();
        }
    }

    private synchronized Duration waitBeforeAnswer() {
        if (late == 0) {
            return Duration.ZERO;
        }
        late--;
        return lateness;
    }

    private synchronized Damaged damage(byte[] answer) {
        byte[] bytes = mute ? new byte[0] : answer.clone();
        if (!mute && wrongChecksums > 0) {
            wrongChecksums--;
            bytes[bytes.length - 1] ^= 0x5A;
        }
        if (!mute && truncated > 0) {
            truncated--;
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        }
        if (!mute && noise > 0) {
            noise--;
            Arrays.fill(bytes, NOISE);
        }
        if (!mute && garbageBefore > 0) {
            garbageBefore--;
            byte[] longer = Arrays.copyOf(GARBAGE, GARBAGE.length + bytes.length);
            System.arraycopy(bytes, 0, longer, GARBAGE.length, bytes.length);
            bytes = longer;
        }
        boolean cut = !mute && cutOff > 0;
        if (cut) {
            cutOff--;
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        }
        return new Damaged(bytes, byteByByte ? 1 : Math.max(1, bytes.length), cut);
    }

    /** What a host hears that listens at another speed. */
    static byte[] noise() {
        byte[] noise = new byte[12];
        Arrays.fill(noise, NOISE);
        return noise;
    }

    private static final class Damaged {
        private final byte[] bytes;
        private final int piece;
        private final boolean andGone;

        Damaged(byte[] bytes, int piece, boolean andGone) {
            this.bytes = bytes;
            this.piece = piece;
            this.andGone = andGone;
        }
    }
}
