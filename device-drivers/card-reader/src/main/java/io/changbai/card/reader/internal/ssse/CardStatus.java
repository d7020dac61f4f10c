package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.card.SocialCardResult.Trouble;

/**
 * What a status word of a social security card means and what is done about it (LD/T 32, ISO 7816-4 and the words of the
 * Chinese card applications, 93xx and 94xx). This is the whole table.
 */
enum CardStatus {
    OK(0x9000, 0xFFFF, Reaction.GO_ON),
    /** More data wait; the link fetches them, so here it means a card that never comes to an end. */
    MORE(0x6100, 0xFF00, Reaction.GIVE_UP),
    /** Another length; the link asks again, so here it means a card that never agrees. */
    OTHER_LENGTH(0x6C00, 0xFF00, Reaction.GIVE_UP),
    /** 63Cx: wrong, x tries are left. */
    TRIES_LEFT(0x63C0, 0xFFF0, Reaction.WRONG_SECRET),
    AUTHENTICATION_FAILED(0x6300, 0xFFFF, Reaction.WRONG_SECRET),
    DATA_MAY_BE_CORRUPT(0x6281, 0xFFFF, Reaction.DAMAGED),
    FILE_INVALIDATED(0x6283, 0xFFFF, Reaction.LOCKED),
    MEMORY_FAILURE(0x6581, 0xFFFF, Reaction.DAMAGED),
    WRONG_LENGTH(0x6700, 0xFFFF, Reaction.GIVE_UP),
    NO_SECURE_MESSAGING(0x6882, 0xFFFF, Reaction.GIVE_UP),
    NO_CHAINING(0x6884, 0xFFFF, Reaction.GIVE_UP),
    NOT_ALLOWED(0x6900, 0xFFFF, Reaction.GIVE_UP),
    NOT_ALLOWED_NOW(0x6901, 0xFFFF, Reaction.GIVE_UP),
    WRONG_FILE_TYPE(0x6981, 0xFFFF, Reaction.OTHER_ADDRESSING),
    SECURITY_NOT_SATISFIED(0x6982, 0xFFFF, Reaction.AUTHENTICATE),
    /** The key or PIN takes no more tries. */
    BLOCKED(0x6983, 0xFFFF, Reaction.BLOCKED),
    /** There is no challenge, or it is dead: another command came between. */
    NO_CHALLENGE(0x6984, 0xFFFF, Reaction.GIVE_UP),
    CONDITIONS_NOT_SATISFIED(0x6985, 0xFFFF, Reaction.GIVE_UP),
    NO_CURRENT_FILE(0x6986, 0xFFFF, Reaction.OTHER_ADDRESSING),
    MAC_MISSING(0x6987, 0xFFFF, Reaction.WRONG_SECRET),
    MAC_WRONG(0x6988, 0xFFFF, Reaction.WRONG_SECRET),
    WRONG_DATA(0x6A80, 0xFFFF, Reaction.OTHER_ADDRESSING),
    FUNCTION_UNSUPPORTED(0x6A81, 0xFFFF, Reaction.OTHER_ADDRESSING),
    NOT_FOUND(0x6A82, 0xFFFF, Reaction.ABSENT),
    NO_RECORD(0x6A83, 0xFFFF, Reaction.ABSENT),
    NO_SPACE(0x6A84, 0xFFFF, Reaction.GIVE_UP),
    WRONG_P1_P2(0x6A86, 0xFFFF, Reaction.OTHER_ADDRESSING),
    NO_KEY(0x6A88, 0xFFFF, Reaction.GIVE_UP),
    OUT_OF_RANGE(0x6B00, 0xFFFF, Reaction.OTHER_ADDRESSING),
    UNKNOWN_INSTRUCTION(0x6D00, 0xFFFF, Reaction.GIVE_UP),
    UNKNOWN_CLASS(0x6E00, 0xFFFF, Reaction.GIVE_UP),
    /** The chip failed and has no better word. */
    NO_DIAGNOSIS(0x6F00, 0xFFFF, Reaction.DAMAGED),
    MAC_INVALID(0x9302, 0xFFFF, Reaction.WRONG_SECRET),
    /** For good: no key unlocks it. */
    APPLICATION_LOCKED(0x9303, 0xFFFF, Reaction.LOCKED),
    BALANCE_TOO_LOW(0x9401, 0xFFFF, Reaction.GIVE_UP),
    NO_KEY_INDEX(0x9403, 0xFFFF, Reaction.GIVE_UP),
    /** Words no specification names; also an answer that is none. */
    OTHER(0x0000, 0xFFFF, Reaction.GIVE_UP);

    /** What a reading does about a word. */
    enum Reaction {
        GO_ON,
        /** The file or the record is not there. */
        ABSENT,
        /** Ask the other way: by number instead of by identifier, or the other way round. */
        OTHER_ADDRESSING,
        AUTHENTICATE,
        WRONG_SECRET,
        BLOCKED,
        LOCKED,
        DAMAGED,
        GIVE_UP
    }

    private final int word;
    private final int mask;
    private final Reaction reaction;

    CardStatus(int word, int mask, Reaction reaction) {
        this.word = word;
        this.mask = mask;
        this.reaction = reaction;
    }

    Reaction reaction() {
        return reaction;
    }

    /** @param answer data and status word */
    static CardStatus of(byte[] answer) {
        int word = word(answer);
        for (CardStatus status : values()) {
            if ((word & status.mask) == status.word) {
                return status;
            }
        }
        return OTHER;
    }

    /** The number in 63Cx. */
    static int triesLeft(byte[] answer) {
        return word(answer) & 0x0F;
    }

    private static int word(byte[] answer) {
        return answer.length < 2 ? 0 : ((answer[answer.length - 2] & 0xFF) << 8) | (answer[answer.length - 1] & 0xFF);
    }

    /** How a reading ends that cannot go on after this word. */
    SocialCardResult end() {
        return switch (reaction) {
            case AUTHENTICATE -> new SocialCardResult.Refused(Refusal.NEEDS_AUTHENTICATION);
            case LOCKED -> new SocialCardResult.Refused(Refusal.LOCKED);
            case DAMAGED -> new SocialCardResult.Unreadable(Trouble.DAMAGED);
            default -> new SocialCardResult.Unreadable(Trouble.GARBLED);
        };
    }
}
