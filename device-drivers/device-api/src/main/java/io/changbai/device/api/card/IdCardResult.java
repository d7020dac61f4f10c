package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the reading of an identity document ended. */
public sealed interface IdCardResult {

    /** The card was read whole; its number and dates are possible ones. */
    record Read(IdCard card) implements IdCardResult {}

    /** A card was there and could not be read after the driver's own retries; ask to lift it and put it again. */
    record Unreadable() implements IdCardResult {}

    /**
     * The reader's security module does not take the card for genuine, or what is on it cannot be on a card; lifting and
     * putting again is no use, and the person did nothing wrong.
     */
    record NotVerified() implements IdCardResult {}

    /** A card was there, and it is not an identity document: a bank card, a bus card. */
    record NotAnIdCard() implements IdCardResult {}

    /** An identity document of a kind this release does not know; what is on it is not guessed. */
    record UnsupportedDocument() implements IdCardResult {}

    /** Nobody put a card within the patience. */
    record NoCard() implements IdCardResult {}

    record Cancelled() implements IdCardResult {}

    /** The reader cannot work. */
    record Failed(DeviceFault fault) implements IdCardResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<IdCard, T> read,
            Supplier<T> unreadable,
            Supplier<T> notVerified,
            Supplier<T> notAnIdCard,
            Supplier<T> unsupportedDocument,
            Supplier<T> noCard,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Read r) {
            return read.apply(r.card());
        } else if (this instanceof Unreadable) {
            return unreadable.get();
        } else if (this instanceof NotVerified) {
            return notVerified.get();
        } else if (this instanceof NotAnIdCard) {
            return notAnIdCard.get();
        } else if (this instanceof UnsupportedDocument) {
            return unsupportedDocument.get();
        } else if (this instanceof NoCard) {
            return noCard.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
