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
        /** Another kind of card, for example a bank card. */
        WRONG_CARD,
        /** An identity document of a kind this terminal cannot read yet. */
        UNSUPPORTED_DOCUMENT,
        /** The reader does not take the card for genuine; trying again is no use. */
        CARD_NOT_VERIFIED,
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
