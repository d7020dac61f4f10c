package io.changbai.platform.messages.core;

/**
 * Who is claimed to stand here.
 *
 * @param kind {@code ID_CARD}, {@code SOCIAL_CARD} or {@code E_CARD_CODE}
 * @param number citizen number from a card; null for a code
 * @param name from a card; null for a code
 * @param cardNumber social security card number; null otherwise
 * @param code content of the electronic card's QR code; null otherwise
 */
public record FindPerson(String kind, String number, String name, String cardNumber, String code) {
    @Override
    public String toString() {
        return "FindPerson[" + kind + "]";
    }
}
