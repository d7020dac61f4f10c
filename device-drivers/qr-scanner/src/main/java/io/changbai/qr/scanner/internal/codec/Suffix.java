package io.changbai.qr.scanner.internal.codec;

/** What the module is set to put behind each code. */
public enum Suffix {
    CR(new byte[] {'\r'}),
    LF(new byte[] {'\n'}),
    CRLF(new byte[] {'\r', '\n'}),
    /** Codes end by silence alone. */
    NONE(new byte[0]);

    @SuppressWarnings("ImmutableEnumChecker") // written once, only compared
    private final byte[] bytes;

    Suffix(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
