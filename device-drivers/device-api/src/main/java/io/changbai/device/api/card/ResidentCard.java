package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen's resident ID card.
 *
 * @param nation GB/T 3304 two digits, for example {@code 01}; empty when blank on the card
 * @param address as printed when the card was issued
 * @param appendedAddress written to the chip after a move; empty when there is none or the terminal does not ask for it
 * @param number 18 characters, check digit verified
 */
public record ResidentCard(
        String name,
        String sex,
        String nation,
        LocalDate born,
        String address,
        Optional<String> appendedAddress,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        byte[] photo)
        implements IdCard {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ResidentCard[redacted]";
    }
}
