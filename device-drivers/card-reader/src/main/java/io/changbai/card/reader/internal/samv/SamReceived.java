package io.changbai.card.reader.internal.samv;

/** What the bytes received so far amount to. */
sealed interface SamReceived {

    SamReceived NOTHING = new Nothing();
    SamReceived DAMAGED = new Damaged();

    /** No whole frame yet. */
    record Nothing() implements SamReceived {}

    /** A frame began and its length or checksum is wrong. */
    record Damaged() implements SamReceived {}

    /**
     * A whole answer.
     *
     * @param sw3 what came of the command, see {@link SamStatus}
     * @param payload what follows the status; the receiver wipes it
     */
    @SuppressWarnings("ArrayRecordComponent") // wiped in place by its receiver
    record Answer(int sw1, int sw2, int sw3, byte[] payload) implements SamReceived {

        /** The payload may be a person's. */
        @Override
        public String toString() {
            return String.format("Answer[%02X %02X %02X, %d bytes]", sw1, sw2, sw3, payload.length);
        }
    }
}
