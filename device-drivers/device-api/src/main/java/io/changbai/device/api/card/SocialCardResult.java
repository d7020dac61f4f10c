package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the reading of a social security card ended. */
public sealed interface SocialCardResult {

    record Read(SocialCard card) implements SocialCardResult {}

    /** A card that is not a social security card, or one this terminal may not read. Putting it in again changes nothing. */
    record Refused(Refusal why) implements SocialCardResult {}

    /** The card was pulled out before it was read. */
    record Removed() implements SocialCardResult {}

    /** A card was there and could not be read after the driver's own retries. */
    record Unreadable(Trouble why) implements SocialCardResult {}

    record NoCard() implements SocialCardResult {}

    record Cancelled() implements SocialCardResult {}

    record Failed(DeviceFault fault) implements SocialCardResult {}

    /** Why a readable card is refused. */
    enum Refusal {
        /** A card of a bank, without a social security application. */
        BANK_CARD,
        /** Any other card without a social security application. */
        NOT_A_SOCIAL_CARD,
        /** Holder data need an authentication this terminal cannot make now (generation 3.00 without PSAM or HSM). */
        NEEDS_AUTHENTICATION,
        /** The card did not accept the terminal's keys. */
        AUTHENTICATION_FAILED,
        /** The card could not prove that it is genuine. */
        NOT_GENUINE,
        /** The application on the card is locked for good. */
        LOCKED
    }

    /** Why a card cannot be read. */
    enum Trouble {
        /** Nothing comes from it: put in the wrong way round, dirty contacts, a dead chip. */
        MUTE,
        /** The chip itself says that its data are damaged. */
        DAMAGED,
        /** What came is no social security card's data, and nobody said why. */
        GARBLED
    }

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<Read, T> read,
            Function<Refusal, T> refused,
            Supplier<T> removed,
            Function<Trouble, T> unreadable,
            Supplier<T> noCard,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Read r) {
            return read.apply(r);
        } else if (this instanceof Refused r) {
            return refused.apply(r.why());
        } else if (this instanceof Removed) {
            return removed.get();
        } else if (this instanceof Unreadable u) {
            return unreadable.apply(u.why());
        } else if (this instanceof NoCard) {
            return noCard.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
