package io.changbai.card.reader.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101199003077774",
                "220102198501010019",
                "810000199001010019",
                "830000199001010020",
                "922840198506150014",
                "890101195803121018"
            })
    void acceptsNumbersWhoseLastCharacterFollows(String number) {
        assertThat(CheckDigit.isRight(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101199003077775",
                "110101199003077747",
                "89010119580312101x",
                "11010119900307777",
                "1101011990030777740",
                "11010119900307777X",
                "",
                "１１０１０１１９９００３０７７７７４"
            })
    void refusesEverythingElse(String number) {
        assertThat(CheckDigit.isRight(number)).isFalse();
    }
}
