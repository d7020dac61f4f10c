package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import java.util.OptionalInt;

/** How a command with a PIN ended. */
public sealed interface CardPinResult {

    /** The PIN is right, or changed, or unlocked: the card said so. */
    record Done() implements CardPinResult {}

    /**
     * The PIN is wrong. For a change: nothing was changed.
     *
     * @param triesLeft as the card counts them; empty when it does not say
     */
    record Wrong(OptionalInt triesLeft) implements CardPinResult {}

    /** The card takes no PIN any more; an office with the key can unlock it. */
    record Blocked() implements CardPinResult {}

    /** The card is known to be as before: pulled before the writing, read back after it, or it refused the seal. */
    record NotChanged() implements CardPinResult {}

    /** The card may or may not have changed: it went while it was writing and could not be read back. */
    record Unknown() implements CardPinResult {}

    /** The authority did not seal the unlocking in time; nothing was sent to the card. */
    record NotSealed() implements CardPinResult {}

    record Refused(Refusal why) implements CardPinResult {}

    /** Pulled out; a PIN that was being checked then may have cost a try. */
    record Removed() implements CardPinResult {}

    record Unreadable(Trouble why) implements CardPinResult {}

    record NoCard() implements CardPinResult {}

    record Cancelled() implements CardPinResult {}

    record Failed(DeviceFault fault) implements CardPinResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    interface Match<T> {
        T done();

        T wrong(OptionalInt triesLeft);

        T blocked();

        T notChanged();

        T unknown();

        T notSealed();

        T refused(Refusal why);

        T removed();

        T unreadable(Trouble why);

        T noCard();

        T cancelled();

        T failed(DeviceFault fault);
    }

    default <T> T match(Match<T> match) {
        if (this instanceof Done) {
            return match.done();
        } else if (this instanceof Wrong w) {
            return match.wrong(w.triesLeft());
        } else if (this instanceof Blocked) {
            return match.blocked();
        } else if (this instanceof NotChanged) {
            return match.notChanged();
        } else if (this instanceof Unknown) {
            return match.unknown();
        } else if (this instanceof NotSealed) {
            return match.notSealed();
        }
        return matchCard(match);
    }

    private <T> T matchCard(Match<T> match) {
        if (this instanceof Refused r) {
            return match.refused(r.why());
        } else if (this instanceof Removed) {
            return match.removed();
        } else if (this instanceof Unreadable u) {
            return match.unreadable(u.why());
        } else if (this instanceof NoCard) {
            return match.noCard();
        } else if (this instanceof Cancelled) {
            return match.cancelled();
        }
        return match.failed(((Failed) this).fault());
    }
}
