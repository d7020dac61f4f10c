package io.changbai.device.link;

import java.io.IOException;
import java.time.Duration;

/** One slot for contact or contactless smart cards. Used by one thread. Recovers by itself when the PC/SC daemon restarts. */
public interface CardSlot extends AutoCloseable {

    /** Whether the daemon and the reader are there, and a card in it. Blocks at most 1 s. */
    State state();

    /** Waits for a change of {@link #state}, at most {@code patience}. */
    State await(Duration patience);

    /**
     * Powers the card up, exclusively.
     *
     * @throws IOException no card, a mute card, or the card or reader went away
     */
    CardSession connect() throws IOException;

    /** The reader's name as PC/SC tells it; empty when there is no such reader. Blocks at most 1 s. */
    default String readerName() {
        return "";
    }

    @Override
    void close();

    enum State {
        /** The PC/SC daemon does not answer. */
        NO_SERVICE,
        /** The daemon runs and has no such reader. */
        NO_READER,
        EMPTY,
        CARD_PRESENT
    }

    /** A powered card. */
    interface CardSession extends AutoCloseable {

        byte[] atr();

        /**
         * Sends one command APDU. 61xx and 6Cxx are followed up here, over every protocol. A call that has begun cannot be
         * cancelled: it ends when the card, the reader or the daemon lets go.
         *
         * @return data and the final status word, at least 2 bytes
         * @throws CardRemovedException the card was pulled out
         * @throws IOException the card or reader failed
         */
        byte[] transmit(byte[] apdu) throws IOException;

        /** Powers the card down and gives it free. */
        @Override
        void close();
    }

    /** The card was pulled out in the middle of something. */
    class CardRemovedException extends IOException {
        private static final long serialVersionUID = 1L;

        public CardRemovedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
