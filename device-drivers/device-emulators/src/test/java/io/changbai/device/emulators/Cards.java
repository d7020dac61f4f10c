package io.changbai.device.emulators;

import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.LocalDate;

/** Social security cards of nobody. */
final class Cards {
    private Cards() {}

    static SocialCardChip social(Generation generation) {
        return social(generation, "王小民");
    }

    static SocialCardChip social(Generation generation, String name) {
        return new SocialCardChip(new SyntheticSocialCard(
                generation,
                "89010119580312101X",
                name,
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "890101",
                "A12345678",
                "89010100000000000000000000000001",
                LocalDate.of(2018, 5, 1),
                LocalDate.of(2028, 5, 1)));
    }
}
