package io.changbai.cabinet.internal.voice;

import java.io.IOException;
import java.time.Duration;

/** Something that turns text into sound. Used by one thread. */
interface Voice extends AutoCloseable {

    /**
     * Begins to speak.
     *
     * @param language as in {@code Sentence}; {@link #speaks} it
     * @param loudness 0 to 200, 100 is the voice's own
     * @throws IOException the voice is gone
     */
    Speaking begin(String text, String language, int loudness) throws IOException;

    boolean speaks(String language);

    /** @throws IOException the voice is gone */
    void check() throws IOException;

    @Override
    void close();

    /** A sentence that is being said. */
    interface Speaking {

        /**
         * Waits for its end, at most {@code patience}.
         *
         * @return whether it has ended
         * @throws NoSoundException the words were made and nobody could hear them
         * @throws IOException the voice is gone
         */
        boolean await(Duration patience) throws IOException;

        /** Silence, at once; also when it has ended. */
        void stop();
    }

    /** The voice works, and the sound card does not. */
    final class NoSoundException extends IOException {
        private static final long serialVersionUID = 1L;

        NoSoundException(String message) {
            super(message);
        }
    }
}
