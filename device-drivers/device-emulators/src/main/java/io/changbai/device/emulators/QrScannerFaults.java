package io.changbai.device.emulators;

/** What a scanner module, or its settings, can do to a good code. Everything stays until {@link #clear()}. */
public final class QrScannerFaults {

    /** What the module puts after a code. */
    public enum Suffix {
        CR("\r"),
        LF("\n"),
        CRLF("\r\n"),
        NONE("");

        private final String bytes;

        Suffix(String bytes) {
            this.bytes = bytes;
        }

        String bytes() {
            return bytes;
        }
    }

    private Suffix suffix = Suffix.CR;
    private int splitEvery;
    private int repeats = 1;
    private boolean mute;

    public synchronized void suffix(Suffix next) {
        suffix = next;
    }

    /** Delivers codes in pieces of {@code bytes}, as USB bridges do. */
    public synchronized void splitEvery(int bytes) {
        splitEvery = bytes;
    }

    /** Sends every code {@code times} times, as modules without a same-code delay do. */
    public synchronized void repeat(int times) {
        repeats = times;
    }

    /** The module takes commands but neither answers nor reads. */
    public synchronized void mute(boolean on) {
        mute = on;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    public synchronized void clear() {
        suffix = Suffix.CR;
        splitEvery = 0;
        repeats = 1;
        mute = false;
    }

    synchronized Suffix suffix() {
        return suffix;
    }

    synchronized int piece(int length) {
        return splitEvery > 0 ? splitEvery : Math.max(1, length);
    }

    synchronized int repeats() {
        return repeats;
    }
}
