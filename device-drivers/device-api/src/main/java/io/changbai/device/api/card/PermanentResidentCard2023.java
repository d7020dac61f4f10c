package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A foreigner's permanent resident card of the 2023 form (type flag {@code Y}).
 *
 * @param chineseName empty when the holder has none
 * @param englishName up to 46 characters; its two parts on the chip are joined
 * @param number 18 characters beginning with 9, check digit verified
 * @param renewals how often the card was renewed, as on the chip, for example {@code 01}
 * @param nationality ISO 3166 alpha-3
 * @param formerNumber what ties this card to the holder's former number, raw: no public source says how to read it
 */
public record PermanentResidentCard2023(
        String chineseName,
        String englishName,
        String sex,
        String number,
        String renewals,
        String nationality,
        LocalDate born,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String formerNumber,
        byte[] photo)
        implements IdCard {

    @Override
    public String name() {
        return chineseName.isEmpty() ? englishName : chineseName;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PermanentResidentCard2023[redacted]";
    }
}
