package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A foreigner's permanent resident card of the 2017 form (type flag {@code I}).
 *
 * @param englishName up to 60 characters
 * @param chineseName empty when the holder has none
 * @param number 15 characters: three letters and twelve digits
 * @param nationality ISO 3166 alpha-3
 * @param cardVersion as on the chip, for example {@code 01}
 * @param authority code of the office that accepted the application
 */
public record PermanentResidentCard2017(
        String englishName,
        String chineseName,
        String sex,
        String number,
        String nationality,
        LocalDate born,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String cardVersion,
        String authority,
        byte[] photo)
        implements IdCard {

    @Override
    public String name() {
        return chineseName.isEmpty() ? englishName : chineseName;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PermanentResidentCard2017[redacted]";
    }
}
