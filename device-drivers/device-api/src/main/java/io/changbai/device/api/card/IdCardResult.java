package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the reading of a resident ID card ended. */
public sealed interface IdCardResult {

    /** The card was read whole and its number's check digit is right. */
    record Read(IdCard card) implements IdCardResult {}

    /** A card was there and could not be read after the driver's own retries; ask to lift it and put it again. */
    record Unreadable() implements IdCardResult {}

    /** A card was there, and it is not one this terminal serves. */
    record NotAnIdCard() implements IdCardResult {}

    /** Nobody put a card within the patience. */
    record NoCard() implements IdCardResult {}

    record Cancelled() implements IdCardResult {}

    /** The reader cannot work. */
    record Failed(DeviceFault fault) implements IdCardResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<Read, T> read,
            Supplier<T> unreadable,
            Supplier<T> notAnIdCard,
            Supplier<T> noCard,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Read r) {
            return read.apply(r);
        } else if (this instanceof Unreadable) {
            return unreadable.get();
        } else if (this instanceof NotAnIdCard) {
            return notAnIdCard.get();
        } else if (this instanceof NoCard) {
            return noCard.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
