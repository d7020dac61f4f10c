package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that a module understands. */
public final class Command {

    /** For what a make has no command. */
    public static final Command NONE = new Command(new byte[0]);

    private final byte[] bytes;

    private Command(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Command text(String latin) {
        return new Command(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @throws IllegalArgumentException when {@code hex} is not pairs of digits, spaces apart or not */
    public static Command hex(String hex) {
        return new Command(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Command of(byte[] bytes) {
        return new Command(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isNone() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command command && Arrays.equals(bytes, command.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }
}
