package io.changbai.card.reader.internal.ssse;

/** What a status word means for the reading of a social security card. This is the whole table. */
enum CardStatus {
    OK(0x9000),
    /** There is no such record: the field is absent, or the numbers have come to their end. */
    NO_RECORD(0x6A83),
    /** The card numbers its records the other way. */
    OTHER_ADDRESSING(0x6A86, 0x6A80, 0x6981, 0x6A81, 0x6B00, 0x6986),
    NEEDS_AUTHENTICATION(0x6982),
    LOCKED(0x9303, 0x6283),
    /** Data may be corrupt, memory failed, or the chip has no better word. */
    DAMAGED(0x6281, 0x6581, 0x6F00),
    /** Not found, not supported, or anything else. */
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // written once, never given out
    private final int[] words;

    CardStatus(int... words) {
        this.words = words;
    }

    /** @param answer data and status word, at least 2 bytes */
    static CardStatus of(byte[] answer) {
        int word = ((answer[answer.length - 2] & 0xFF) << 8) | (answer[answer.length - 1] & 0xFF);
        for (CardStatus status : values()) {
            for (int own : status.words) {
                if (own == word) {
                    return status;
                }
            }
        }
        return OTHER;
    }
}
