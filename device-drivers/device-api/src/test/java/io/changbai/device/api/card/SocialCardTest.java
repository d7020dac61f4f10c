package io.changbai.device.api.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocialCardTest {

    private static SocialCard card(String name) {
        return new SocialCard(
                "2.00",
                "890101",
                "A12345678",
                "890101D1560000058000000000000001",
                "3B6D",
                LocalDate.of(2018, 5, 1),
                LocalDate.of(2028, 5, 1),
                "890101195803121018",
                name,
                "1",
                "01",
                "890101",
                Optional.empty());
    }

    @Test
    void makesTheLineOfTheStandardDriverWithABarBehindEveryField() {
        assertThat(card("王小民").basicLine("T0001", ""))
                .isEqualTo("890101|890101195803121018|A12345678|890101D1560000058000000000000001|王小民|3B6D|2.00"
                        + "|20180501|20280501|T0001||");
    }

    @Test
    void aBarInANameMovesNoField() {
        assertThat(card("王|小民").basicLine("T0001", "D1").split("\\|"))
                .hasSize(11)
                .contains("王｜小民");
    }

    @Test
    void saysNothingOfThePersonInItsText() {
        assertThat(card("王小民")).hasToString("SocialCard[redacted]");
    }
}
