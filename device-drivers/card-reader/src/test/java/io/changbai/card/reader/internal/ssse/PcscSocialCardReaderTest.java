package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardReaderContract;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.link.CardSlot.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver with emulated cards in a slot without PC/SC. The real stack is tried in {@code PcscSocialCardReaderIT}. */
@Timeout(60)
class PcscSocialCardReaderTest implements SocialCardReaderContract {

    private final HandSlot slot = new HandSlot();
    private final PcscSocialCardReader reader =
            new PcscSocialCardReader(slot, TerminalKeys.none(), HandSlot.SETTINGS, "hand", new SteadyClock());

    @AfterEach
    void stop() {
        reader.close();
    }

    @Override
    public SocialCardReader device() {
        return reader;
    }

    @Override
    public void unplug() {
        slot.away(State.NO_READER);
    }

    @Override
    public void plug() {
        slot.away(null);
    }

    @Override
    public String insertCard() {
        slot.insert(SocialCards.of(Generation.V2_00));
        return SocialCards.NUMBER;
    }

    @Override
    public void insertBankCard() {
        slot.insert(new BankCardChip());
    }

    @Override
    public void removeCard() {
        slot.remove();
    }

    private SocialCardResult readWith(SmartCard card) throws Exception {
        slot.insert(card);
        return DeviceContract.end(reader.read(Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Generation.class,
            names = {"V1_00", "V2_00", "V2_01"})
    void readsEachGenerationByTheWayItNumbersItsRecords(Generation generation) throws Exception {
        assertThat(readWith(SocialCards.of(generation))).isInstanceOfSatisfying(SocialCardResult.Read.class, read -> {
            assertThat(read.card().specVersion()).isEqualTo(generation.text());
            assertThat(read.card().name()).isEqualTo("王小民");
            assertThat(read.card().regionCode()).isEqualTo("890101");
            assertThat(read.card().atr()).startsWith("3B6D0000");
        });
    }

    @Test
    void readsANameOf25HanziCutThroughItsEighthCharacter() throws Exception {
        String name = "欧阳上官司马诸葛东方皇甫尉迟公羊赫连澹台公冶宗政濮";
        assertThat(readWith(SocialCards.of(Generation.V2_00, name.substring(0, 25), SocialCards.NUMBER)))
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.card().name()).isEqualTo(name.substring(0, 25)));
    }

    @Test
    void refusesGenerationThreeWithoutKnockingAtItsHolderFile() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V3_00)))
                .isEqualTo(new SocialCardResult.Refused(Refusal.NEEDS_AUTHENTICATION));
    }

    @Test
    void refusesALockedCard() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V2_00).locked()))
                .isEqualTo(new SocialCardResult.Refused(Refusal.LOCKED));
    }

    @Test
    void saysUnreadableForDamagedAndForMuteCards() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V2_00).damaged()))
                .isInstanceOf(SocialCardResult.Unreadable.class);
        assertThat(readWith(new MuteCard())).isInstanceOf(SocialCardResult.Unreadable.class);
    }

    @Test
    void saysUnreadableForAWrongCheckDigit() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V2_00, "王小民", "890101195803121011")))
                .isInstanceOf(SocialCardResult.Unreadable.class);
    }

    @Test
    void readsACardThatWasStillSlidingInAtTheFirstTry() throws Exception {
        slot.failPowerUps(1);
        assertThat(readWith(SocialCards.of(Generation.V2_00))).isInstanceOf(SocialCardResult.Read.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9, 14})
    void saysRemovedWhereverTheCardIsPulled(int commands) throws Exception {
        DeviceCommand<SocialCardResult> command = reader.read(Duration.ofSeconds(15));
        slot.insertAndPullAfter(SocialCards.of(Generation.V2_00), commands);
        assertThat(DeviceContract.end(command)).isInstanceOf(SocialCardResult.Removed.class);
        assertThat(reader.cardPresent()).isFalse();
    }

    @Test
    void failsWhenThereIsNoReaderAndBridgesARestartOfTheDaemon() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = reader.read(Duration.ofSeconds(15));
        slot.away(State.NO_SERVICE);
        slot.away(null);
        insertCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(SocialCardResult.Read.class);
        slot.away(State.NO_SERVICE);
        DeviceContract.awaitStatus(reader, status -> status.availability() == Availability.NO_DEVICE);
        assertThat(DeviceContract.end(reader.read(Duration.ofSeconds(15))))
                .isEqualTo(new SocialCardResult.Failed(SocialReaderFaults.NO_SERVICE));
    }

    @ParameterizedTest
    @CsvSource({
        "9000, Unreadable[why=GARBLED]",
        "FF9000, Unreadable[why=GARBLED]",
        "0105019000, Unreadable[why=GARBLED]",
        "6283, Refused[why=LOCKED]",
        "9303, Refused[why=LOCKED]",
        "6281, Unreadable[why=DAMAGED]",
        "6581, Unreadable[why=DAMAGED]",
        "6F00, Unreadable[why=DAMAGED]",
        "6982, Refused[why=NEEDS_AUTHENTICATION]",
        "6A86, Unreadable[why=GARBLED]",
        "6983, Unreadable[why=GARBLED]",
        "6700, Unreadable[why=GARBLED]",
        "6D00, Unreadable[why=GARBLED]",
        "1234, Unreadable[why=GARBLED]"
    })
    void endsWhateverACardAnswersToEverythingAfterItsApplication(String answer, String end) throws Exception {
        assertThat(readWith(new Parrot(HexFormat.of().parseHex(answer)))).hasToString(end);
    }

    /** A contactless card whose card number is longer than specified, and which gives as much as was asked for. */
    @Test
    void asksForAllOfARecordThatWasCut() throws Exception {
        SmartCard good = SocialCards.of(Generation.V2_01);
        byte[] whole = HexFormat.of().parseHex("070C413132333435363738393939" + "9000"); // A12345678999
        SmartCard longer = new Changed(good, command -> {
            boolean isCardNumber = command.length == 5 && command[1] == (byte) 0xB2 && command[2] == 0x07;
            if (!isCardNumber) {
                return null;
            }
            int asked = command[4] == 0 ? whole.length - 2 : command[4];
            byte[] cut = Arrays.copyOf(whole, asked + 2);
            cut[asked] = (byte) 0x90;
            cut[asked + 1] = 0x00;
            return cut;
        });
        assertThat(readWith(longer))
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.card().cardNumber()).isEqualTo("A12345678"));
    }

    /** A card that knows no SELECT of files, only their short identifiers. */
    @ParameterizedTest
    @EnumSource(
            value = Generation.class,
            names = {"V1_00", "V2_00", "V2_01"})
    void readsFilesByTheirShortIdentifiers(Generation generation) throws Exception {
        SmartCard unselectable = new Changed(
                SocialCards.of(generation),
                command -> command[1] == (byte) 0xA4 && command[2] != 0x04 ? new byte[] {0x6A, (byte) 0x86} : null);
        assertThat(readWith(unselectable)).isInstanceOf(SocialCardResult.Read.class);
    }

    /** A card of which some answers are others: null for the card's own. */
    private record Changed(SmartCard card, UnaryOperator<byte[]> answers) implements SmartCard {

        @Override
        public byte[] answerToReset() {
            return card.answerToReset();
        }

        @Override
        public byte[] answer(byte[] command) {
            byte[] other = answers.apply(command);
            return other == null ? card.answer(command) : other;
        }

        @Override
        public void reset() {
            card.reset();
        }
    }

    /** Selects everything and answers all reads alike. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Parrot(byte[] reads) implements SmartCard {

        @Override
        public byte[] answerToReset() {
            return new byte[] {0x3B, 0x00};
        }

        @Override
        public byte[] answer(byte[] command) {
            return command[1] == (byte) 0xA4 ? new byte[] {(byte) 0x90, 0x00} : reads.clone();
        }

        @Override
        public void reset() {
            // it remembers nothing
        }
    }
}
