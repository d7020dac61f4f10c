package io.changbai.device.emulators;

import java.time.LocalDate;

/**
 * What is written on the chip of a social security card of somebody who does not exist.
 *
 * @param generation which card generation, hence how its records are numbered and addressed
 * @param number citizen number, 18 characters
 * @param name at most 50 bytes of GB18030; 30 on a first generation card; the rest is cut as issuers do
 * @param sex 1 or 2
 * @param nation two digits of GB/T 3304
 * @param region six digits of the issuing city
 * @param cardNumber nine characters
 * @param cardId 32 hexadecimal digits
 */
public record SyntheticSocialCard(
        Generation generation,
        String number,
        String name,
        String sex,
        String nation,
        LocalDate born,
        String region,
        String cardNumber,
        String cardId,
        LocalDate issuedOn,
        LocalDate validTo) {

    /** The card generations in the field. */
    public enum Generation {
        /** Records by number only; EF06 has no name extension. */
        V1_00("1.00"),
        /** Records by number or by identifier; the name goes on in record 4E, cut between any two bytes. */
        V2_00("2.00"),
        /** Records by identifier only. */
        V2_01("2.01"),
        /** EF06 is closed to whoever has not authenticated. */
        V3_00("3.00");

        private final String text;

        Generation(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** The generation whose version reads {@code text}. */
        public static Generation of(String text) {
            for (Generation each : values()) {
                if (each.text.equals(text)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No card generation has version " + text + "; 1.00, 2.00, 2.01 or 3.00");
        }
    }

    /** The same person's card of another generation. */
    public SyntheticSocialCard as(Generation other) {
        return new SyntheticSocialCard(
                other, number, name, sex, nation, born, region, cardNumber, cardId, issuedOn, validTo);
    }

    @Override
    public String toString() {
        return "SyntheticSocialCard[" + generation + " redacted]";
    }
}
