package io.changbai.card.reader.internal.ssse;

import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SyntheticSocialCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.LocalDate;

/** Cards of people who do not exist. */
final class SocialCards {

    static final String NUMBER = "890101195803121018";
    static final String CARD_ID = "890101D1560000058000000000000001";

    private SocialCards() {}

    static SocialCardChip of(Generation generation) {
        return of(generation, "王小民", NUMBER);
    }

    static SocialCardChip of(Generation generation, String name, String number) {
        return of(generation, name, number, CARD_ID);
    }

    static SocialCardChip of(Generation generation, String name, String number, String cardId) {
        return new SocialCardChip(new SyntheticSocialCard(
                generation,
                number,
                name,
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "890101",
                "A12345678",
                cardId,
                LocalDate.of(2018, 5, 1),
                LocalDate.of(2028, 5, 1)));
    }
}
