package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SocialCardChipTest {
    // SELECT by name: sx1.sh. and 社会保障 in GBK
    private static final String SELECT = "00 A4 04 00 0F 73 78 31 2E 73 68 2E C9 E7 BB E1 B1 A3 D5 CF";
    private static final String SELECT_EF05 = "00 A4 02 00 02 EF 05";
    private static final String SELECT_EF06 = "00 A4 02 00 02 EF 06";
    private static final String SELECT_PSE = "00 A4 04 00 0E 31 50 41 59 2E 53 59 53 2E 44 44 46 30 31";

    @Test
    void answersBrokenCommandsWithAStatusWord() {
        SocialCardChip card = Cards.social(Generation.V1_00);
        assertThat(ask(card, "00")).isEqualTo("67 00");
        assertThat(ask(card, "00 A4 04 00 FF 01")).isEqualTo("67 00");
        assertThat(ask(card, "80 A4 04 00")).isEqualTo("6E 00");
        assertThat(ask(card, "00 77 00 00")).isEqualTo("6D 00");
        assertThat(ask(card, "00 B2 01 2C 00")).isEqualTo("6A 82"); // nothing selected yet
    }

    @Test
    void offersItsFciOfThirtyBytesByGetResponse() {
        SocialCardChip card = Cards.social(Generation.V1_00);
        assertThat(ask(card, SELECT)).isEqualTo("61 1E");
        assertThat(ask(card, "00 C0 00 00 1E"))
                .startsWith("6F 1C 84 0F")
                .contains("9F 0C 03 86 01 01")
                .endsWith("90 00");
    }

    @Test
    void givesRecordsByNumberOnTheFirstGeneration() {
        SocialCardChip card = Cards.social(Generation.V1_00);
        ask(card, SELECT);
        assertThat(ask(card, SELECT_EF05)).isEqualTo("90 00");
        assertThat(ask(card, "00 B2 03 04 00")).isEqualTo("6C 06"); // T=0 wants the exact length
        assertThat(ask(card, "00 B2 03 04 06")).isEqualTo("03 04 31 2E 30 30 90 00"); // "1.00"
        assertThat(ask(card, "00 B2 07 2C 0B")).isEqualTo("07 09 41 31 32 33 34 35 36 37 38 90 00"); // by SFI
        assertThat(ask(card, "00 B2 08 04 00")).isEqualTo("6A 83");
        assertThat(ask(card, "00 B2 03 00 06")).isEqualTo("6A 86"); // knows no identifiers
        assertThat(ask(card, SELECT_EF06)).isEqualTo("90 00");
        assertThat(ask(card, "00 B2 03 04 03")).isEqualTo("0A 01 31 90 00"); // third record is the sex: no 4E
        assertThat(ask(card, "00 B2 06 34 06")).isEqualTo("0D 04 19 58 03 12 90 00");
    }

    @Test
    void givesRecordsByIdentifierOnlyOn201() {
        SocialCardChip card = Cards.social(Generation.V2_01);
        ask(card, SELECT);
        ask(card, SELECT_EF06);
        assertThat(ask(card, "00 B2 01 04 00")).isEqualTo("6A 86");
        assertThat(ask(card, "00 B2 0B 00 03")).isEqualTo("0B 01 01 90 00");
        assertThat(ask(card, "00 B2 0C 30 05")).isEqualTo("0C 03 89 01 01 90 00");
    }

    @Test
    void cutsALongNameInTheMiddleOfATwoByteCharacter() {
        String name = "王·欧" + "A" + "阳".repeat(20); // 7 bytes, then two at a time: byte 30 is a first half
        SocialCardChip card = Cards.social(Generation.V2_00, name);
        ask(card, SELECT);
        byte[] first = record(card, "00 B2 02 34 20");
        byte[] second = record(card, "00 B2 03 34 16");
        assertThat(first[29] & 0x80).isNotZero();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        assertThat(all.toString(Charset.forName("GB18030"))).startsWith(name);
    }

    @Test
    void keepsTheHolderClosedOnTheThirdGeneration() {
        SocialCardChip card = Cards.social(Generation.V3_00);
        ask(card, SELECT);
        assertThat(ask(card, "00 B2 03 28 06")).isEqualTo("03 04 33 2E 30 30 90 00");
        assertThat(ask(card, "00 B2 08 30 14")).isEqualTo("69 82");
    }

    @Test
    void forgetsItsSelectionAtReset() {
        SocialCardChip card = Cards.social(Generation.V1_00);
        ask(card, SELECT);
        card.reset();
        assertThat(ask(card, SELECT_EF05)).isEqualTo("6A 82");
    }

    @Test
    void saysWhenItIsLockedOrDamaged() {
        assertThat(ask(Cards.social(Generation.V1_00).locked(), SELECT)).isEqualTo("93 03");
        SocialCardChip damaged = Cards.social(Generation.V1_00).damaged();
        ask(damaged, SELECT);
        assertThat(ask(damaged, "00 B2 03 2C 06")).endsWith("62 81");
    }

    @Test
    void aBankCardHasNoSocialSecurityApplicationButAPaymentOne() {
        BankCardChip bank = new BankCardChip();
        assertThat(ask(bank, SELECT)).isEqualTo("6A 82");
        assertThat(ask(bank, SELECT_PSE)).isEqualTo("61 17");
        assertThat(ask(bank, "00 B2 01 0C 00")).isEqualTo("6C 17");
        assertThat(ask(bank, "00 B2 01 0C 17"))
                .contains("4F 08 A0 00 00 03 33 01 01 01")
                .endsWith("90 00");
        assertThat(ask(bank, "00 A4 04 00 08 A0 00 00 03 33 01 01 01")).startsWith("61");
        assertThat(ask(bank, "80 A8 00 00 0A 83 08 00 00 00 00 00 00 00 00")).isEqualTo("61 08");
        assertThat(ask(bank, "00 B2 01 0C 0E")).startsWith("70 0C 5A 0A 62");
    }

    private static String ask(SmartCard card, String command) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(card.answer(Host.bytes(command)));
    }

    private static byte[] record(SmartCard card, String command) {
        byte[] answer = card.answer(Host.bytes(command));
        return Arrays.copyOfRange(answer, 2, answer.length - 2);
    }
}
