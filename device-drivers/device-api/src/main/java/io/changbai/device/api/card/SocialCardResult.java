package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the reading of a social security card ended. */
public sealed interface SocialCardResult {

    record Read(SocialCard card) implements SocialCardResult {}

    /** A card that is not a social security card, or one this terminal may not read. */
    record Refused(Refusal why) implements SocialCardResult {}

    /** The card was pulled out before it was read. */
    record Removed() implements SocialCardResult {}

    /** A card was there and could not be read after the driver's own retries. */
    record Unreadable() implements SocialCardResult {}

    record NoCard() implements SocialCardResult {}

    record Cancelled() implements SocialCardResult {}

    record Failed(DeviceFault fault) implements SocialCardResult {}

    /** Why a readable card is refused. */
    enum Refusal {
        /** The social security application is not on it; a bank card, for example. */
        NOT_A_SOCIAL_CARD,
        /** Holder data need an authentication this terminal cannot make (generation 3.00 without PSAM or HSM). */
        NEEDS_AUTHENTICATION,
        /** The application on the card is locked for good. */
        LOCKED
    }

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<Read, T> read,
            Function<Refusal, T> refused,
            Supplier<T> removed,
            Supplier<T> unreadable,
            Supplier<T> noCard,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Read r) {
            return read.apply(r);
        } else if (this instanceof Refused r) {
            return refused.apply(r.why());
        } else if (this instanceof Removed) {
            return removed.get();
        } else if (this instanceof Unreadable) {
            return unreadable.get();
        } else if (this instanceof NoCard) {
            return noCard.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
