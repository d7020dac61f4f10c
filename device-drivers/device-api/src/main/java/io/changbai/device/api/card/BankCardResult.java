package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the look at a card's bank account ended. */
public sealed interface BankCardResult {

    /** @param lastFour four digits */
    record Read(String lastFour) implements BankCardResult {

        /** Says nothing of the account. */
        @Override
        public String toString() {
            return "BankCardResult.Read[redacted]";
        }
    }

    /** The card has no bank account on it, or hides its number. */
    record NoAccount() implements BankCardResult {}

    record Removed() implements BankCardResult {}

    record Unreadable() implements BankCardResult {}

    record NoCard() implements BankCardResult {}

    record Cancelled() implements BankCardResult {}

    record Failed(DeviceFault fault) implements BankCardResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<String, T> read,
            Supplier<T> noAccount,
            Supplier<T> removed,
            Supplier<T> unreadable,
            Supplier<T> noCard,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Read r) {
            return read.apply(r.lastFour());
        } else if (this instanceof NoAccount) {
            return noAccount.get();
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
