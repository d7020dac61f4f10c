package io.changbai.card.reader.internal.samv;

import static io.changbai.card.reader.internal.samv.SamFixtures.payload;
import static io.changbai.card.reader.internal.samv.SamFixtures.residentText;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.card.IdCard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {

    private static final String NUMBER = "890101195803121018";

    private static IdCard read(String text) {
        return ((TextBlock.Resident) TextBlock.decode(payload(text))).card();
    }

    @Test
    void readsEveryFieldOfAResidentCard() {
        IdCard card = read(residentText("王小民", NUMBER, "20350101", " "));
        assertThat(card.name()).isEqualTo("王小民");
        assertThat(card.sex()).isEqualTo("1");
        assertThat(card.nation()).isEqualTo("01");
        assertThat(card.born()).isEqualTo(LocalDate.of(1958, 3, 12));
        assertThat(card.address()).isEqualTo("八九省一〇一县银杏路 1号");
        assertThat(card.number()).isEqualTo(NUMBER);
        assertThat(card.issuer()).isEqualTo("八九省一〇一县公安局");
        assertThat(card.validFrom()).isEqualTo(LocalDate.of(2015, 1, 1));
        assertThat(card.validTo()).contains(LocalDate.of(2035, 1, 1));
        assertThat(card.photo()).hasSize(1024).containsOnly(0x57);
        assertThat(card.toString()).doesNotContain("王").doesNotContain(NUMBER);
    }

    @Test
    void readsValidityWithoutEnd() {
        assertThat(read(residentText("王小民", NUMBER, "长期", " ")).validTo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"阿布都·克里木", "李\uD840\uDC0B", "张\uE863", "王 小民", "阿布都热合曼·吐尔逊买买提"})
    void keepsNamesAsTheyAreOnTheChip(String name) {
        assertThat(read(residentText(name, NUMBER, "长期", " ")).name()).isEqualTo(name);
    }

    @Test
    void takesZeroForABlankFlagAndBlankNation() {
        String text = residentText("王小民", NUMBER, "长期", "\0");
        assertThat(read(text.substring(0, 16) + "  " + text.substring(18)).nation())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "I", "Y", "K", "长"})
    void neverGuessesWhatAnotherFlagMeans(String flag) {
        TextBlock block = TextBlock.decode(payload(residentText("王小民", NUMBER, "长期", flag)));
        assertThat(block).isEqualTo(new TextBlock.OtherKind(flag.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"89010119580312101X", "89010119580312101", "922840198506150014", ""})
    void refusesANumberNoResidentHas(String number) {
        TextBlock block = TextBlock.decode(payload(residentText("王小民", number, "长期", " ")));
        assertThat(block).isInstanceOf(TextBlock.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20351301", "2035", "long", ""})
    void refusesDatesThatAreNone(String validTo) {
        TextBlock block = TextBlock.decode(payload(residentText("王小民", NUMBER, validTo, " ")));
        assertThat(block).isInstanceOf(TextBlock.Broken.class);
    }

    @Test
    void refusesOtherLengths() {
        byte[] good = payload(residentText("王小民", NUMBER, "长期", " "));
        assertThat(TextBlock.decode(new byte[0])).isInstanceOf(TextBlock.Broken.class);
        assertThat(TextBlock.decode(Arrays.copyOf(good, good.length - 1))).isInstanceOf(TextBlock.Broken.class);
        good[1] = 1;
        assertThat(TextBlock.decode(good)).isInstanceOf(TextBlock.Broken.class);
    }

    @Test
    void neverThrowsWhateverTheTextIs() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = payload(residentText("王小民", NUMBER, "长期", " "));
            for (int i = 0; i < 3; i++) {
                bytes[4 + random.nextInt(256)] = (byte) random.nextInt();
            }
            assertThat(TextBlock.decode(bytes)).isNotNull();
        }
    }
}
