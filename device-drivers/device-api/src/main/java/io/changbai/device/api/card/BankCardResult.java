package io.changbai.device.api.card;

import io.changbai.device.api.DeviceFault;

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
}
