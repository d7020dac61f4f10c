package io.changbai.device.api.card;

import java.time.LocalDate;

/**
 * What a social security card says (SSSE, EF05 and EF06). Kept in memory for one visit.
 *
 * @param specVersion {@code 1.00}, {@code 2.00}, {@code 2.01} or {@code 3.00}
 * @param regionCode six digits, the issuing city
 * @param cardNumber the first nine characters of the card number
 * @param cardId the card identification, 32 hexadecimal digits
 * @param atr answer to reset in hexadecimal
 * @param number the holder's social security number, which is the citizen number
 * @param name holder's name, both parts joined before decoding
 */
public record SocialCard(
        String specVersion,
        String regionCode,
        String cardNumber,
        String cardId,
        String atr,
        LocalDate issuedOn,
        LocalDate validTo,
        String number,
        String name) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SocialCard[redacted]";
    }
}
