package io.changbai.identity;

import java.util.function.Function;

/** How a claim ended. */
public sealed interface ClaimResult {

    record Claimed(Person person) implements ClaimResult {}

    record NotClaimed(Why why) implements ClaimResult {}

    /** Why there is no claim; each has its own words on the screen. */
    enum Why {
        /** A card or code was there and could not be read. */
        UNREADABLE,
        /** Another kind of card. */
        WRONG_CARD,
        /** An identity document of a kind this terminal cannot read yet. */
        UNSUPPORTED_DOCUMENT,
        /** The reader does not take the card for genuine; trying again is no use. */
        CARD_NOT_VERIFIED,
        /** A bank card without a social security application. */
        BANK_CARD,
        /** Nothing comes from the chip: put in the wrong way round, or dead. */
        CARD_MUTE,
        /** The chip says that its data are damaged. */
        CARD_DAMAGED,
        /** The social security application on the card is locked for good. */
        CARD_LOCKED,
        /** The card opens only to keys this terminal has not, or not now. */
        CARD_NEEDS_AUTHENTICATION,
        /** Pulled out too early. */
        CARD_REMOVED,
        /** The code is expired, used, or not ours. */
        CODE_REFUSED,
        /** The platform knows nobody by this claim. */
        NOBODY_KNOWN,
        /** The platform did not answer. */
        PLATFORM_SILENT,
        NOTHING_PRESENTED,
        /** No reader works. */
        DEVICE_FAILED,
        CANCELLED
    }

    default <T> T match(Function<Person, T> claimed, Function<Why, T> notClaimed) {
        return this instanceof Claimed c ? claimed.apply(c.person()) : notClaimed.apply(((NotClaimed) this).why());
    }
}
