package io.changbai.cabinet.internal.signal;

import java.io.IOException;
import java.util.BitSet;

/**
 * Digital lines of whatever board the terminal has, as electrical levels by line number. Names, polarity, debounce and
 * safe state are not its business, so that they are the same on every board. Used by one thread; after an
 * {@link IOException} it is dead.
 */
interface SignalPort extends AutoCloseable {

    /** Levels of the wired inputs now. */
    BitSet read() throws IOException;

    /** Sets all wired outputs; lines that are not wired stay as they are. */
    void write(BitSet levels) throws IOException;

    @Override
    void close();

    /** Opens the board. */
    @FunctionalInterface
    interface Opening {
        /**
         * @param inputs line numbers that will be read
         * @param outputs line numbers that will be written
         * @throws IOException nothing answers now
         */
        SignalPort open(BitSet inputs, BitSet outputs) throws IOException;
    }
}
