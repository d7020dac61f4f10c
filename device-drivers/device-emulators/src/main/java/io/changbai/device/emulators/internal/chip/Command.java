package io.changbai.device.emulators.internal.chip;

import java.util.Arrays;
import java.util.Optional;

/** A short command APDU, taken apart. */
public final class Command {
    /** What {@link #expected()} says when the command has no Le. */
    public static final int NOTHING = -1;

    private final byte[] bytes;
    private final byte[] body;
    private final int expected;

    private Command(byte[] bytes, byte[] body, int expected) {
        this.bytes = bytes;
        this.body = body;
        this.expected = expected;
    }

    /** The command, or nothing when its lengths do not fit together. */
    public static Optional<Command> parse(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if (bytes.length <= 5) {
            return Optional.of(new Command(bytes, new byte[0], bytes.length == 5 ? bytes[4] & 0xFF : NOTHING));
        }
        int end = 5 + (bytes[4] & 0xFF);
        if (bytes.length != end && bytes.length != end + 1) {
            return Optional.empty();
        }
        int expected = bytes.length > end ? bytes[end] & 0xFF : NOTHING;
        return Optional.of(new Command(bytes, Arrays.copyOfRange(bytes, 5, end), expected));
    }

    public int instructionClass() {
        return bytes[0] & 0xFF;
    }

    public int instruction() {
        return bytes[1] & 0xFF;
    }

    public int p1() {
        return bytes[2] & 0xFF;
    }

    public int p2() {
        return bytes[3] & 0xFF;
    }

    public byte[] body() {
        return body.clone();
    }

    public boolean bodyIs(byte[] wanted) {
        return Arrays.equals(body, wanted);
    }

    /** Le as sent (0 means 256), or {@link #NOTHING}. */
    public int expected() {
        return expected;
    }
}
