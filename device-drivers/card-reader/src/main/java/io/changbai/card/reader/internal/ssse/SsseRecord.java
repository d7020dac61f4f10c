package io.changbai.card.reader.internal.ssse;

import java.util.Arrays;
import java.util.Optional;

/**
 * One record of a file: tag (1 byte), length (1 byte), value.
 *
 * @param tag says which field it is; the record's number does not, generations differ
 */
@SuppressWarnings("ArrayRecordComponent") // wiped in place by its reader
record SsseRecord(int tag, byte[] value) {

    /** @param answer record and status word; empty when the bytes are no record */
    static Optional<SsseRecord> decode(byte[] answer) {
        int size = answer.length - 2;
        if (size < 2 || 2 + (answer[1] & 0xFF) > size) {
            return Optional.empty();
        }
        return Optional.of(new SsseRecord(answer[0] & 0xFF, Arrays.copyOfRange(answer, 2, 2 + (answer[1] & 0xFF))));
    }

    /** The value may be a person's. */
    @Override
    public String toString() {
        return String.format("SsseRecord[%02X, %d bytes]", tag, value.length);
    }
}
