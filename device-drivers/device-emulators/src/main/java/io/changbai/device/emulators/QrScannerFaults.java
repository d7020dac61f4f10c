package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.scanner.ScannerModule.Eye;
import io.changbai.device.emulators.internal.scanner.ScannerModule.Mood;
import java.util.function.Consumer;

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
    private boolean silentReplies;
    private boolean refusing;
    private int lostAcknowledgements;

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

    /** The module obeys commands and reads codes, but its replies are missing. */
    public synchronized void noReplies(boolean on) {
        silentReplies = on;
    }

    /** The module refuses every command it has a refusal for (NAK). */
    public synchronized void refuse(boolean on) {
        refusing = on;
    }

    /** The host's next {@code count} acknowledgements of packets get lost (Zebra SSI): the module sends again. */
    public synchronized void loseAcknowledgements(int count) {
        lostAcknowledgements = count;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    public synchronized void clear() {
        suffix = Suffix.CR;
        splitEvery = 0;
        repeats = 1;
        mute = false;
        silentReplies = false;
        refusing = false;
        lostAcknowledgements = 0;
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

    Eye eye(Consumer<Boolean> arming) {
        return new Eye() {
            @Override
            public void arm(boolean on) {
                arming.accept(on);
            }

            @Override
            public Mood mood() {
                return QrScannerFaults.this.mood();
            }

            @Override
            public boolean losesAcknowledgement() {
                return QrScannerFaults.this.losesAcknowledgement();
            }
        };
    }

    private synchronized Mood mood() {
        if (mute) {
            return Mood.DEAF;
        } else if (refusing) {
            return Mood.REFUSES;
        }
        return silentReplies ? Mood.OBEYS_SILENTLY : Mood.OBEYS;
    }

    private synchronized boolean losesAcknowledgement() {
        boolean loses = lostAcknowledgements > 0;
        lostAcknowledgements -= loses ? 1 : 0;
        return loses;
    }
}
