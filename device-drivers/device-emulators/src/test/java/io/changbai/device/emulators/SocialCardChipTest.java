package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.SocialCardChip.Tear;
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
        assertThat(ask(bank, "80 A8 00 00 02 83 00")).isEqualTo("6A 80"); // its PDOL wants seven bytes
        assertThat(ask(bank, "80 A8 00 00 09 83 07 01 56 01 56 25 01 01")).isEqualTo("61 08");
        assertThat(ask(bank, "00 B2 01 0C 0E")).startsWith("70 0C 5A 0A 62");
    }

    @Test
    void opensTheHolderOfTheThirdGenerationToTheTestKeyOnly() {
        SocialCardChip card = Cards.social(Generation.V3_00);
        ask(card, SELECT);
        String factor = "00 00 00 00 00 00 00 01";
        assertThat(ask(card, "00 82 00 0A 10" + " 00".repeat(16))).isEqualTo("69 84"); // no challenge yet
        card.answer(Host.bytes("00 84 00 00 08"));
        assertThat(ask(card, "00 82 00 0A 10" + " 00".repeat(16))).isEqualTo("63 C4"); // a try is gone
        assertThat(ask(card, "00 B2 08 30 14")).isEqualTo("69 82");
        byte[] challenge = Arrays.copyOf(card.answer(Host.bytes("00 84 00 00 08")), 8);
        byte[] cipher = TestKeys.cipher("890101", "89010100000000000000000000000001", Host.bytes(factor), challenge);
        String hex = HexFormat.ofDelimiter(" ").formatHex(cipher);
        assertThat(ask(card, "00 82 00 0A 10 " + hex + " " + factor)).isEqualTo("90 00");
        assertThat(ask(card, "00 B2 08 30 14")).startsWith("08 12 38 39").endsWith("90 00");
        card.reset();
        ask(card, SELECT);
        assertThat(ask(card, "00 B2 08 30 14")).isEqualTo("69 82");
    }

    @Test
    void aChallengeDiesWithTheNextCommand() {
        SocialCardChip card = Cards.social(Generation.V3_00);
        ask(card, SELECT);
        ask(card, "00 84 00 00 08");
        ask(card, SELECT_EF05);
        assertThat(ask(card, "00 82 00 0A 10" + " 00".repeat(16))).isEqualTo("69 84");
    }

    @Test
    void countsItsPinTriesDownToBlockedAndForgetsThemWithTheRightOne() {
        SocialCardChip card = Cards.social(Generation.V2_00);
        ask(card, SELECT);
        assertThat(ask(card, "00 20 00 00")).isEqualTo("63 C3");
        assertThat(ask(card, "00 20 00 00 03 11 11 11")).isEqualTo("63 C2");
        assertThat(ask(card, "00 20 00 00 03 12 34 56")).isEqualTo("90 00");
        assertThat(ask(card, "80 5E 01 00 07 12 34 56 FF 65 43 21")).isEqualTo("90 00");
        for (String left : new String[] {"63 C2", "63 C1", "63 C0", "69 83"}) {
            assertThat(ask(card, "00 20 00 00 03 12 34 56")).isEqualTo(left);
        }
        card.reset(); // what is written stays
        ask(card, SELECT);
        assertThat(ask(card, "00 20 00 00")).isEqualTo("69 83");
        assertThat(ask(card, "84 24 00 00 04 00 00 00 00")).isEqualTo("69 88");
        byte[] challenge = Arrays.copyOf(card.answer(Host.bytes("00 84 00 00 08")), 8);
        byte[] seal = TestKeys.unlockSeal("890101", "89010100000000000000000000000001", challenge);
        assertThat(ask(card, "84 24 00 00 04" + HexFormat.ofDelimiter(" ").formatHex(seal)))
                .isEqualTo("90 00");
        assertThat(ask(card, "00 20 00 00 03 65 43 21")).isEqualTo("90 00");
    }

    @Test
    void isPulledBeforeOrAfterItHasWritten() {
        SocialCardChip card = Cards.social(Generation.V2_00).tearNextWrite(Tear.BEFORE_WRITING);
        ask(card, SELECT);
        assertThat(card.answer(Host.bytes("80 5E 01 00 07 12 34 56 FF 65 43 21")))
                .isEmpty();
        assertThat(card.hasPin("123456")).isTrue();
        card.tearNextWrite(Tear.AFTER_WRITING);
        assertThat(card.answer(Host.bytes("80 5E 01 00 07 12 34 56 FF 65 43 21")))
                .isEmpty();
        assertThat(card.hasPin("654321")).isTrue();
    }

    @Test
    void theSecurityModuleEnciphersForACardOnlyOnceItIsToldWhich() {
        PsamChip module = new PsamChip();
        String factors = "00 00 00 00 00 00 00 01 38 39 30 31 30 31 73 78 00 00 00 00 00 00 00 07";
        assertThat(ask(module, "80 FA 00 00 08 11 22 33 44 55 66 77 88")).isEqualTo("69 85");
        assertThat(ask(module, "BF DE 48 12 18 " + factors)).isEqualTo("69 85"); // not selected
        assertThat(ask(module, "00 A4 04 00 06 D1 56 00 00 05 90")).isEqualTo("90 00");
        assertThat(ask(module, "BF DE 48 13 18 " + factors)).isEqualTo("94 03"); // another key
        assertThat(ask(module, "BF DE 48 12 18 " + factors)).isEqualTo("90 00");
        assertThat(ask(module, "80 FA 00 00 08 11 22 33 44 55 66 77 88")).isEqualTo("61 08");
        byte[] cipher = TestKeys.cipher(
                "890101",
                "89010100000000000000000000000001",
                Host.bytes("00 00 00 00 00 00 00 07"),
                Host.bytes("11 22 33 44 55 66 77 88"));
        assertThat(ask(module, "00 C0 00 00 08"))
                .isEqualTo(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(cipher) + " 90 00");
        PsamChip keyless = new PsamChip().keyless();
        ask(keyless, "00 A4 04 00 06 D1 56 00 00 05 90");
        assertThat(ask(keyless, "BF DE 48 12 18 " + factors)).isEqualTo("94 03");
    }

    @Test
    void carriesTheBankApplicationBesideItsOwn() {
        SocialCardChip card = Cards.social(Generation.V2_00);
        assertThat(ask(card, SELECT_PSE)).startsWith("61");
        assertThat(ask(card, "00 A4 04 00 08 A0 00 00 03 33 01 01 01")).startsWith("61");
        assertThat(ask(card, "80 A8 00 00 09 83 07 01 56 01 56 25 01 01")).isEqualTo("61 08");
        assertThat(ask(card, SELECT)).isEqualTo("61 1E");
        assertThat(ask(card, SELECT_EF05)).isEqualTo("90 00");
    }

    private static String ask(SmartCard card, String command) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(card.answer(Host.bytes(command)));
    }

    private static byte[] record(SmartCard card, String command) {
        byte[] answer = card.answer(Host.bytes(command));
        return Arrays.copyOfRange(answer, 2, answer.length - 2);
    }
}
