package io.changbai.card.reader.internal.samv;

import static io.changbai.card.reader.internal.samv.SamFixtures.payload;
import static io.changbai.card.reader.internal.samv.SamFixtures.permanentText2017;
import static io.changbai.card.reader.internal.samv.SamFixtures.permanentText2023;
import static io.changbai.card.reader.internal.samv.SamFixtures.permitText;
import static io.changbai.card.reader.internal.samv.SamFixtures.residentText;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.card.IdCard;
import io.changbai.device.api.card.PermanentResidentCard2017;
import io.changbai.device.api.card.PermanentResidentCard2023;
import io.changbai.device.api.card.ResidencePermit;
import io.changbai.device.api.card.ResidentCard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {

    private static final String NUMBER = "890101195803121018";

    private static final String PERMIT = "810000199001010019";
    private static final String FOREIGNER_2017 = "ZZZ890185061500";
    private static final String FOREIGNER_2023 = "922840198506150014";

    private static IdCard readAny(String text) {
        return ((TextBlock.Card) TextBlock.decode(payload(text))).card();
    }

    private static ResidentCard read(String text) {
        return (ResidentCard) readAny(text);
    }

    private static String whyBroken(String text) {
        return ((TextBlock.Broken) TextBlock.decode(payload(text))).why();
    }

    @Test
    void readsEveryFieldOfAResidentCard() {
        ResidentCard card = read(residentText("王小民", NUMBER, "20350101", " "));
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
    @ValueSource(strings = {"K", "j", "i", "y", "长", "\uD840", "1"})
    void neverGuessesWhatAnUnknownFlagMeans(String flag) {
        byte[] payload = payload(residentText("王小民", NUMBER, "长期", " "));
        payload[4 + 248] = (byte) flag.charAt(0);
        payload[4 + 249] = (byte) (flag.charAt(0) >> 8);
        assertThat(TextBlock.decode(payload)).isEqualTo(new TextBlock.UnknownKind(flag.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "I", "Y"})
    void refusesARecordWhoseFlagSaysAnotherKindThanItsNumber(String flag) {
        assertThat(TextBlock.decode(payload(residentText("王小民", NUMBER, "长期", flag))))
                .isInstanceOf(TextBlock.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"89010119580312101X", "89010119580312101", FOREIGNER_2023, PERMIT, "", "８９０１０１１９５８０３１２１０１８"})
    void refusesANumberNoResidentHas(String number) {
        assertThat(TextBlock.decode(payload(residentText("王小民", number, "长期", " "))))
                .isInstanceOf(TextBlock.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"810000199001010018", NUMBER, FOREIGNER_2023, "840000199001010016"})
    void refusesANumberNoPermitHas(String number) {
        assertThat(TextBlock.decode(payload(permitText("陈大文", number)))).isInstanceOf(TextBlock.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ1890185061500", "zzz890185061500", "ZZZ89018506150", "ZZZ89018506150X", FOREIGNER_2023})
    void refusesANumberNoCardOf2017Has(String number) {
        assertThat(whyBroken(permanentText2017("ANNA EXAMPLE", "", number.substring(0, Math.min(15, number.length())))))
                .isEqualTo("the number's form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"922840198506150015", NUMBER, PERMIT})
    void refusesANumberNoCardOf2023Has(String number) {
        assertThat(TextBlock.decode(payload(permanentText2023("", "ANNA EXAMPLE", number))))
                .isInstanceOf(TextBlock.Broken.class);
    }

    @Test
    void refusesACardWithoutAnyName() {
        assertThat(whyBroken(residentText("", NUMBER, "长期", " "))).isEqualTo("the name");
        assertThat(whyBroken(permanentText2017("", "", FOREIGNER_2017))).isEqualTo("the name");
        assertThat(whyBroken(permanentText2023("", "", FOREIGNER_2023))).isEqualTo("the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王\uDC0B民", "王\uD840民", "王\u0007民", "王\uFFFF民"})
    void refusesTextThatIsNone(String name) {
        assertThat(brokenName(name)).isEqualTo(new TextBlock.Broken("a character"));
    }

    /** Half a pair cannot be encoded by the library: the bytes are put there by hand. */
    private static TextBlock brokenName(String name) {
        byte[] payload = payload(residentText("王小民", NUMBER, "长期", " "));
        for (int i = 0; i < name.length(); i++) {
            payload[4 + 2 * i] = (byte) name.charAt(i);
            payload[4 + 2 * i + 1] = (byte) (name.charAt(i) >> 8);
        }
        return TextBlock.decode(payload);
    }

    @Test
    void dropsHalfACharacterThatDidNotFitAtTheEndOfALongAddress() {
        byte[] payload = payload(residentText("王小民", NUMBER, "长期", " "));
        payload[4 + 52 + 68] = 0x40; // the last two bytes of the address: D840, the first half of a pair
        payload[4 + 52 + 69] = (byte) 0xD8;
        ResidentCard card = (ResidentCard) ((TextBlock.Card) TextBlock.decode(payload)).card();
        assertThat(card.address()).isEqualTo("八九省一〇一县银杏路 1号");
    }

    @Test
    void readsEveryFieldOfAPermit() {
        ResidencePermit card = (ResidencePermit) readAny(permitText("陈大文", PERMIT));
        assertThat(card.name()).isEqualTo("陈大文");
        assertThat(card.sex()).isEqualTo("2");
        assertThat(card.born()).isEqualTo(LocalDate.of(1990, 1, 1));
        assertThat(card.address()).isEqualTo("八九省一〇一县银杏路 1号");
        assertThat(card.appendedAddress()).isEmpty();
        assertThat(card.number()).isEqualTo(PERMIT);
        assertThat(card.issuer()).isEqualTo("八九省一〇一县公安局");
        assertThat(card.validTo()).contains(LocalDate.of(2024, 1, 1));
        assertThat(card.travelPermitNumber()).isEqualTo("H12345678");
        assertThat(card.issue()).isEqualTo("02");
        assertThat(card.photo()).hasSize(1024).containsOnly(0x57);
        assertThat(card.toString()).doesNotContain("陈").doesNotContain(PERMIT);
    }

    @Test
    void readsEveryFieldOfAForeignersCardOf2017() {
        String english = "ALEXANDRINA WILHELMINA EXAMPLE-MONTGOMERY FEATHERSTONE-HAUGH"; // all 60 characters
        PermanentResidentCard2017 card =
                (PermanentResidentCard2017) readAny(permanentText2017(english, "范安娜", FOREIGNER_2017));
        assertThat(card.englishName()).isEqualTo(english).hasSize(60);
        assertThat(card.name()).isEqualTo("范安娜");
        assertThat(card.sex()).isEqualTo("1");
        assertThat(card.number()).isEqualTo(FOREIGNER_2017);
        assertThat(card.nationality()).isEqualTo("ZZZ");
        assertThat(card.born()).isEqualTo(LocalDate.of(1985, 6, 15));
        assertThat(card.validFrom()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(card.validTo()).contains(LocalDate.of(2028, 1, 1));
        assertThat(card.cardVersion()).isEqualTo("01");
        assertThat(card.authority()).isEqualTo("8901");
        assertThat(card.toString()).doesNotContain("ALEX").doesNotContain(FOREIGNER_2017);
    }

    @Test
    void readsEveryFieldOfAForeignersCardOf2023() {
        String english = "MAXIMILIANA CONSTANTIA VAN DE BERG EXAMPLESON"; // a space at the end of the first part
        PermanentResidentCard2023 card =
                (PermanentResidentCard2023) readAny(permanentText2023("", english, FOREIGNER_2023));
        assertThat(card.englishName()).isEqualTo(english);
        assertThat(card.name()).isEqualTo(english);
        assertThat(card.chineseName()).isEmpty();
        assertThat(card.sex()).isEqualTo("2");
        assertThat(card.number()).isEqualTo(FOREIGNER_2023);
        assertThat(card.renewals()).isEqualTo("02");
        assertThat(card.nationality()).isEqualTo("ZZZ");
        assertThat(card.born()).isEqualTo(LocalDate.of(1985, 6, 15));
        assertThat(card.validTo()).contains(LocalDate.of(2034, 1, 1));
        assertThat(card.formerNumber()).isEqualTo("A01");
        assertThat(card.toString()).doesNotContain("MAXI").doesNotContain(FOREIGNER_2023);
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

    @ParameterizedTest
    @ValueSource(strings = {" ", "J", "I", "Y", "K"})
    void neverThrowsWhateverTheTextIs(String flag) {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            byte[] bytes = payload(residentText("王小民", NUMBER, "长期", flag));
            for (int i = 0; i < 3; i++) {
                bytes[4 + random.nextInt(248)] = (byte) random.nextInt();
            }
            assertThat(TextBlock.decode(bytes)).isNotNull();
        }
    }
}
