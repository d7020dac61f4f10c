package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a resident ID card says. Kept in memory for one visit.
 *
 * @param name exactly as on the chip, inner spaces, middle dot and rare characters included
 * @param sex GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 unspecified; empty when blank on the card
 * @param nation GB/T 3304 two digits, for example {@code 01}; empty when blank
 * @param number 18 characters, check digit verified
 * @param validTo empty for cards valid without end (长期)
 * @param photo 1024 opaque bytes; only a licensed decoder can show them
 */
public record IdCard(
        String name,
        String sex,
        String nation,
        LocalDate born,
        String address,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        byte[] photo) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "IdCard[redacted]";
    }
}
