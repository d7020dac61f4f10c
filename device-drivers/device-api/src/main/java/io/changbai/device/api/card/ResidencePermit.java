package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The residence permit of people from Hong Kong, Macau and Taiwan (type flag {@code J}).
 *
 * @param address as printed when the permit was issued
 * @param appendedAddress written to the chip after a move; empty when there is none or the terminal does not ask for it
 * @param number 18 characters beginning 810000, 820000 or 830000, check digit verified
 * @param travelPermitNumber of the pass with which the holder crosses the border; empty when blank
 * @param issue how often the permit was issued, as on the chip, for example {@code 01}
 */
public record ResidencePermit(
        String name,
        String sex,
        LocalDate born,
        String address,
        Optional<String> appendedAddress,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String travelPermitNumber,
        String issue,
        byte[] photo)
        implements IdCard {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ResidencePermit[redacted]";
    }
}
