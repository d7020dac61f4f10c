package io.changbai.device.api.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

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
 * @param sex {@code 1} male, {@code 2} female; empty when the card does not say
 * @param nation GB/T 3304 two digits; empty when the card does not say
 * @param birthplace six digits of a region; empty when the card does not say
 * @param born empty when the card does not say
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
        String name,
        String sex,
        String nation,
        String birthplace,
        Optional<LocalDate> born) {

    /**
     * The line of the ministry's standard driver ({@code iReadCardBas}), every field ended by a bar: region, number, card
     * number, card id, name, ATR, version, issued, valid to, terminal number, terminal's device number.
     *
     * @param terminalNumber as the province assigned it; may be empty
     * @param terminalDevice the reader's number; may be empty
     */
    public String basicLine(String terminalNumber, String terminalDevice) {
        DateTimeFormatter digits = DateTimeFormatter.BASIC_ISO_DATE;
        String[] fields = {
            regionCode,
            number,
            cardNumber,
            cardId,
            name,
            atr,
            specVersion,
            digits.format(issuedOn),
            digits.format(validTo),
            terminalNumber,
            terminalDevice
        };
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            // A bar inside a field would move everything behind it; no field of a good card has one.
            line.append(field.replace('|', '｜')).append('|');
        }
        return line.toString();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SocialCard[redacted]";
    }
}
