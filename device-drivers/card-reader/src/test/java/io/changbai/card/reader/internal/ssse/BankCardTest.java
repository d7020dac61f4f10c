package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.card.BankCardResult;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.ForeignCard;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account on a card: four digits, and only when a service asks. */
@Timeout(60)
class BankCardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HandSlot slot = new HandSlot();
    private final PcscSocialCardReader reader =
            new PcscSocialCardReader(slot, TerminalKeys.none(), HandSlot.SETTINGS, "hand", new SteadyClock());

    @AfterEach
    void stop() {
        reader.close();
    }

    private BankCardResult lastFour(SmartCard card) {
        slot.insert(card);
        return Await.end(reader.lastFour(PATIENCE));
    }

    private static void assertDigits(BankCardResult result, String digits) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        BankCardResult.Read.class,
                        read -> assertThat(read.lastFour()).isEqualTo(digits));
        assertThat(result.toString()).doesNotContain(digits);
    }

    @Test
    void readsTheLastFourDigitsOfABankCard() {
        assertDigits(lastFour(new BankCardChip()), "5678");
        assertDigits(lastFour(new BankCardChip().withTrackOnly()), "5678");
    }

    @Test
    void readsThemOfASocialSecurityCardToo() {
        assertDigits(lastFour(SocialCards.of(Generation.V2_00)), "5678");
    }

    @Test
    void asksForNoCryptogramAndNoNameAndReadingAPersonTouchesNoAccount() {
        Listening bank = new Listening(new BankCardChip());
        lastFour(bank);
        assertThat(bank.heard).noneMatch(command -> command.startsWith("80AE")); // GENERATE AC
        Listening social = new Listening(SocialCards.of(Generation.V2_00));
        slot.insert(social);
        assertThat(Await.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
        assertThat(social.heard).noneMatch(command -> command.startsWith("80A8") || command.contains("5041592E"));
    }

    @Test
    void saysWhenThereIsNoAccountOrNoCard() {
        assertThat(lastFour(new ForeignCard())).isInstanceOf(BankCardResult.NoAccount.class);
        assertThat(lastFour(new MuteCard())).isInstanceOf(BankCardResult.Unreadable.class);
        slot.remove();
        assertThat(Await.end(reader.lastFour(Duration.ZERO))).isInstanceOf(BankCardResult.NoCard.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6, 8})
    void saysRemovedWhereverTheCardIsPulled(int commands) {
        DeviceCommand<BankCardResult> command = reader.lastFour(PATIENCE);
        slot.insertAndPullAfter(new BankCardChip(), commands);
        assertThat(Await.end(command)).isInstanceOf(BankCardResult.Removed.class);
    }

    @Test
    void tellsABankCardFromAnyOtherWrongCard() {
        slot.insert(new BankCardChip());
        assertThat(Await.end(reader.read(PATIENCE))).isEqualTo(new SocialCardResult.Refused(Refusal.BANK_CARD));
        slot.insert(new ForeignCard());
        assertThat(Await.end(reader.read(PATIENCE))).isEqualTo(new SocialCardResult.Refused(Refusal.NOT_A_SOCIAL_CARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9000",
                "6F829000", // a length of two bytes that are not there
                "6FFF9000",
                "6F8000009000", // indefinite
                "9F9F9F9F9F9000", // a tag without end
                "6F10A500A500A500A500A500A500A500A5009000",
                "8006000008FF01FF9000" // an AFL of 256 records
            })
    void endsWhateverAHostileCardSays(String answer) {
        assertThat(lastFour(new Always(HexFormat.of().parseHex(answer)))).isInstanceOf(BankCardResult.NoAccount.class);
    }

    @Test
    void followsNoMoreRecordsThanAnyCardHas() {
        // FCI with an application's name, an AFL of 31 files with 255 records, records without a number, all in one
        byte[] endless = HexFormat.of().parseHex("6F114F08A0000003330101018005" + "0000F801FF" + "9000");
        Listening card = new Listening(new Always(endless));
        assertThat(lastFour(card)).isInstanceOf(BankCardResult.NoAccount.class);
        assertThat(card.heard).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "620000000000005678FF, 5678",
        "6200000000005678, 5678",
        "6200000000005678D25121010000, 5678",
        "62000000000056789012, ''", // 20 digits are too many
        "620000005678, 5678",
        "62000000567F, ''", // 11 are too few
        "'', ''",
        "FFFF, ''"
    })
    void takesACardNumberOfTwelveToNineteenDigits(String packed, String digits) {
        assertThat(LastFour.of(HexFormat.of().parseHex(packed)).orElse("")).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "9F1A025F2A029A03, 01560156250101",
        "9F66049F37049505, 00000000123456780000000000",
        "9F1A, ''", // a tag without its length
        "9F1A019F0240, 01" + "0000000000000000000000000000000000000000000000000000000000000000"
                + "0000000000000000000000000000000000000000000000000000000000000000"
    })
    void fillsAListOfWhatTheCardWantsToKnow(String list, String values) {
        assertThat(Pdol.fill(HexFormat.of().parseHex(list)))
                .isEqualTo(HexFormat.of().parseHex(values));
    }

    @Test
    void fillsNoMoreThanACommandHolds() {
        byte[] greedy = HexFormat.of().parseHex("9F02FF".repeat(10));
        assertThat(Pdol.fill(greedy)).hasSizeLessThan(256);
    }

    /** Answers everything alike. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Always(byte[] says) implements SmartCard {
        @Override
        public byte[] answerToReset() {
            return new byte[] {0x3B, 0x00};
        }

        @Override
        public byte[] answer(byte[] command) {
            return says.clone();
        }

        @Override
        public void reset() {
            // it remembers nothing
        }
    }

    /** Writes down what a card is asked. */
    private static final class Listening implements SmartCard {
        private final SmartCard card;
        private final List<String> heard = new ArrayList<>();

        Listening(SmartCard card) {
            this.card = card;
        }

        @Override
        public byte[] answerToReset() {
            return card.answerToReset();
        }

        @Override
        public byte[] answer(byte[] command) {
            heard.add(HexFormat.of().withUpperCase().formatHex(command));
            return card.answer(Arrays.copyOf(command, command.length));
        }

        @Override
        public void reset() {
            card.reset();
        }
    }
}
