package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardStatusTest {

    @ParameterizedTest
    @CsvSource({
        "9000, OK, GO_ON",
        "611E, MORE, GIVE_UP",
        "6C12, OTHER_LENGTH, GIVE_UP",
        "63C2, TRIES_LEFT, WRONG_SECRET",
        "6300, AUTHENTICATION_FAILED, WRONG_SECRET",
        "6281, DATA_MAY_BE_CORRUPT, DAMAGED",
        "6283, FILE_INVALIDATED, LOCKED",
        "6581, MEMORY_FAILURE, DAMAGED",
        "6700, WRONG_LENGTH, GIVE_UP",
        "6882, NO_SECURE_MESSAGING, GIVE_UP",
        "6884, NO_CHAINING, GIVE_UP",
        "6900, NOT_ALLOWED, GIVE_UP",
        "6901, NOT_ALLOWED_NOW, GIVE_UP",
        "6981, WRONG_FILE_TYPE, OTHER_ADDRESSING",
        "6982, SECURITY_NOT_SATISFIED, AUTHENTICATE",
        "6983, BLOCKED, BLOCKED",
        "6984, NO_CHALLENGE, GIVE_UP",
        "6985, CONDITIONS_NOT_SATISFIED, GIVE_UP",
        "6986, NO_CURRENT_FILE, OTHER_ADDRESSING",
        "6987, MAC_MISSING, WRONG_SECRET",
        "6988, MAC_WRONG, WRONG_SECRET",
        "6A80, WRONG_DATA, OTHER_ADDRESSING",
        "6A81, FUNCTION_UNSUPPORTED, OTHER_ADDRESSING",
        "6A82, NOT_FOUND, ABSENT",
        "6A83, NO_RECORD, ABSENT",
        "6A84, NO_SPACE, GIVE_UP",
        "6A86, WRONG_P1_P2, OTHER_ADDRESSING",
        "6A88, NO_KEY, GIVE_UP",
        "6B00, OUT_OF_RANGE, OTHER_ADDRESSING",
        "6D00, UNKNOWN_INSTRUCTION, GIVE_UP",
        "6E00, UNKNOWN_CLASS, GIVE_UP",
        "6F00, NO_DIAGNOSIS, DAMAGED",
        "9302, MAC_INVALID, WRONG_SECRET",
        "9303, APPLICATION_LOCKED, LOCKED",
        "9401, BALANCE_TOO_LOW, GIVE_UP",
        "9403, NO_KEY_INDEX, GIVE_UP",
        "1234, OTHER, GIVE_UP"
    })
    void everyWordOfTheSpecificationHasItsMeaningAndReaction(
            String word, CardStatus status, CardStatus.Reaction reaction) {
        byte[] answer = HexFormat.of().parseHex("AABB" + word); // two bytes of data before it
        assertThat(CardStatus.of(answer)).isEqualTo(status);
        assertThat(status.reaction()).isEqualTo(reaction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90"})
    void anAnswerWithoutAStatusWordIsNoGoodAnswer(String answer) {
        assertThat(CardStatus.of(HexFormat.of().parseHex(answer))).isEqualTo(CardStatus.OTHER);
    }

    @Test
    void theTriesLeftAreTheLastHalfByte() {
        assertThat(CardStatus.triesLeft(HexFormat.of().parseHex("63C2"))).isEqualTo(2);
        assertThat(CardStatus.triesLeft(HexFormat.of().parseHex("63C0"))).isZero();
    }
}
