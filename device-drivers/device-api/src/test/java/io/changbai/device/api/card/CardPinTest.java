package io.changbai.device.api.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CardPinTest {

    @Test
    void takesTheDigitsOverAndWipesWhatWasTyped() {
        char[] typed = {'1', '2', '3', '4', '5', '6'};
        try (CardPin pin = CardPin.taking(typed)) {
            assertThat(typed).containsOnly('0');
            assertThat(pin.packed()).containsExactly(0x12, 0x34, 0x56);
            assertThat(pin).hasToString("CardPin[redacted]");
        }
    }

    @Test
    void aWipedPinIsNeverTakenForZeros() {
        CardPin pin = CardPin.taking(new char[] {'1', '2', '3', '4'});
        pin.close();
        pin.close();
        assertThatThrownBy(pin::packed).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherDigitsThanTheTenAreRefused() {
        assertThatThrownBy(() -> CardPin.taking("１２３４".toCharArray())).isInstanceOf(IllegalArgumentException.class);
    }
}
