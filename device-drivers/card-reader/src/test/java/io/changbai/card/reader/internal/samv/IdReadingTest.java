package io.changbai.card.reader.internal.samv;

import static io.changbai.card.reader.internal.samv.SamFixtures.FOUND;
import static io.changbai.card.reader.internal.samv.SamFixtures.GOOD;
import static io.changbai.card.reader.internal.samv.SamFixtures.NO_CARD;
import static io.changbai.card.reader.internal.samv.SamFixtures.SELECTED;
import static io.changbai.card.reader.internal.samv.SamFixtures.goodAnswer;
import static io.changbai.card.reader.internal.samv.SamFixtures.payload;
import static io.changbai.card.reader.internal.samv.SamFixtures.readAnswer;
import static io.changbai.card.reader.internal.samv.SamFixtures.residentText;
import static io.changbai.card.reader.internal.samv.SamFixtures.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.LeadClock;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.card.ResidentCard;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the status table and every fault of the line, byte by byte and without waiting. */
class IdReadingTest {

    private static final int RESET = 0x10FF;
    private static final int FIND = 0x2001;
    private static final int SELECT = 0x2002;
    private static final int READ = 0x3001;
    private static final int READ_ADDRESS = 0x3003;
    private static final byte[] CARD = readAnswer(payload(residentText("王小民", "890101195803121018", "长期", " ")));
    private static final byte[] BROKEN = broken();

    private final LeadClock clock = new LeadClock();
    private final ScriptedReader reader = new ScriptedReader(clock);

    private static byte[] broken() {
        byte[] copy = CARD.clone();
        copy[700] ^= 0x10;
        return copy;
    }

    private IdCardResult read() throws IOException {
        return read(Duration.ofSeconds(30), () -> false);
    }

    private IdCardResult read(Duration patience, Cancellation cancellation) throws IOException {
        return reading(false, patience, cancellation).run();
    }

    private IdReading reading(boolean appendedAddress, Duration patience, Cancellation cancellation) {
        ReadingRules rules = new ReadingRules(Duration.ofMillis(300), appendedAddress);
        return new IdReading(new SamLink(reader, clock), clock, rules, patience, cancellation);
    }

    private ScriptedReader goodCard() {
        return reader.then(FOUND).then(SELECTED).then(CARD);
    }

    private void assertReadAfter(Integer... commands) throws IOException {
        assertThat(read()).isInstanceOf(IdCardResult.Read.class);
        assertThat(reader.commands).containsExactly(commands);
    }

    @Test
    void findsSelectsReads() throws IOException {
        reader.then(NO_CARD).then(NO_CARD);
        goodCard();
        assertReadAfter(FIND, FIND, FIND, SELECT, READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x24, 0x31, 0x32, 0x33, 0x41, 0x47, 0x81, 0x91, 0x77})
    void beginsAgainWithFindAndReadsTheCardAtTheSecondTry(int sw3) throws IOException {
        reader.then(FOUND).then(SELECTED).then(status(sw3));
        goodCard();
        assertReadAfter(FIND, SELECT, READ, FIND, SELECT, READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x31, 0x41, 0x47})
    void givesUpAfterTheThirdTry(int sw3) throws IOException {
        for (int i = 0; i < 3; i++) {
            reader.then(FOUND).then(SELECTED).then(status(sw3));
        }
        assertThat(read()).isInstanceOf(IdCardResult.Unreadable.class);
        assertThat(reader.commands).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x32, 0x33})
    void saysThatACardCannotBeVerifiedWhenTheModuleRefusesItAgain(int sw3) throws IOException {
        reader.then(FOUND).then(SELECTED).then(status(sw3));
        reader.then(FOUND).then(SELECTED).then(status(0x41));
        reader.then(FOUND).then(SELECTED).then(status(sw3));
        assertThat(read()).isInstanceOf(IdCardResult.NotVerified.class);
    }

    @Test
    void asksToPutACardAgainThatTheModuleRefusedOnlyOnce() throws IOException {
        reader.then(FOUND).then(SELECTED).then(status(0x32));
        for (int i = 0; i < 100; i++) {
            reader.then(NO_CARD);
        }
        assertThat(read()).isInstanceOf(IdCardResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x11})
    void resendsOnceWhatTheModuleReceivedDamagedThenResetsIt(int sw3) throws IOException {
        reader.then(FOUND).then(status(sw3)).then(status(sw3)).then(GOOD);
        goodCard();
        assertReadAfter(FIND, SELECT, SELECT, RESET, FIND, SELECT, READ);
    }

    @Test
    void resetsAModuleWhoseSelfTestFailedOnce() throws IOException {
        reader.then(status(0x60)).then(GOOD);
        goodCard();
        assertReadAfter(FIND, RESET, FIND, SELECT, READ);
    }

    @Test
    void failsWhenTheSelfTestFailsAgain() throws IOException {
        reader.then(status(0x60)).then(GOOD).then(status(0x60));
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.SELF_TEST));
    }

    @Test
    void failsAtOnceWhereTryingAgainIsNoUse() throws IOException {
        reader.then(status(0x66));
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.NOT_AUTHORISED));
        reader.then(status(0x21));
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.PROTOCOL));
        reader.then(status(0x23));
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.PROTOCOL));
    }

    @Test
    void resendsAgainWhenTheFirstResendHelpedAndAnotherCommandArrivedDamaged() throws IOException {
        reader.then(status(0x10)).then(FOUND).then(status(0x10)).then(SELECTED).then(CARD);
        assertReadAfter(FIND, FIND, SELECT, SELECT, READ);
    }

    @Test
    void tellsCardsThatAreNoDocumentsFromDocumentsItDoesNotKnow() throws IOException {
        reader.then(FOUND).then(status(0x40));
        assertThat(read()).isInstanceOf(IdCardResult.NotAnIdCard.class);
        byte[] unknown = readAnswer(payload(residentText("陈大文", "890101195803121018", "20351231", "K")));
        reader.then(FOUND).then(SELECTED).then(unknown);
        assertThat(read()).isInstanceOf(IdCardResult.UnsupportedDocument.class);
    }

    @Test
    void neverHandsOnARecordWithAWrongCheckDigitAndDoesNotBlameThePerson() throws IOException {
        byte[] wrong = readAnswer(payload(residentText("王小民", "890101195803121011", "长期", " ")));
        for (int i = 0; i < 3; i++) {
            reader.then(FOUND).then(SELECTED).then(wrong);
        }
        assertThat(read()).isInstanceOf(IdCardResult.NotVerified.class);
    }

    private IdCardResult readWithAddress() throws IOException {
        return reading(true, Duration.ofSeconds(30), () -> false).run();
    }

    private static Optional<String> address(IdCardResult result) {
        return ((ResidentCard) ((IdCardResult.Read) result).card()).appendedAddress();
    }

    @Test
    void asksForTheAppendedAddressOnlyWhereItIsWanted() throws IOException {
        goodCard();
        assertThat(address(read())).isEmpty();
        reader.commands.clear();
        goodCard().then(goodAnswer("八九省一〇二县白桦街 2号".getBytes(StandardCharsets.UTF_16LE)));
        assertThat(address(readWithAddress())).contains("八九省一〇二县白桦街 2号");
        assertThat(reader.commands).containsExactly(FIND, SELECT, READ, READ_ADDRESS);
    }

    @Test
    void readsAnAddressOfAll70BytesAndTakesABlankOneForNone() throws IOException {
        String padded = "八九省一〇二县白桦街 2号" + " ".repeat(35 - 13);
        goodCard().then(goodAnswer(padded.getBytes(StandardCharsets.UTF_16LE)));
        assertThat(address(readWithAddress())).contains(padded.strip());
        goodCard().then(goodAnswer(" ".repeat(35).getBytes(StandardCharsets.UTF_16LE)));
        assertThat(address(readWithAddress())).isEmpty();
    }

    @Test
    void takesTheAnswerThatThereIsNoAppendedAddressForAnAnswer() throws IOException {
        goodCard().then(status(0x91));
        assertThat(address(readWithAddress())).isEmpty();
    }

    @Test
    void asksAgainForAnAddressThatArrivedDamagedOrNotAtAll() throws IOException {
        byte[] damaged = status(0x91);
        damaged[10] ^= 1;
        goodCard().then(damaged).silence().then(status(0x91));
        assertThat(address(readWithAddress())).isEmpty();
        assertThat(reader.commands).containsExactly(FIND, SELECT, READ, READ_ADDRESS, READ_ADDRESS, READ_ADDRESS);
    }

    @Test
    void neverHandsOnACardWhoseNewerAddressIsThereAndCannotBeRead() throws IOException {
        byte[] halfACharacter = goodAnswer(new byte[] {0x4E, 0x2D, 0x4E});
        for (int i = 0; i < 3; i++) {
            goodCard().then(i == 1 ? halfACharacter : status(0x41));
        }
        assertThat(readWithAddress()).isInstanceOf(IdCardResult.Unreadable.class);
    }

    @Test
    void asksForNoAddressOfACardThatHasNone() throws IOException {
        String text = SamFixtures.permanentText2017("ANNA EXAMPLE", "", "ZZZ890185061500");
        reader.then(FOUND).then(SELECTED).then(readAnswer(payload(text)));
        assertThat(readWithAddress()).isInstanceOf(IdCardResult.Read.class);
        assertThat(reader.commands).containsExactly(FIND, SELECT, READ);
    }

    @Test
    void asksToLiftACardThatIsNotFoundAgainAfterAFailedTry() throws IOException {
        reader.then(FOUND).then(SELECTED).then(BROKEN);
        for (int i = 0; i < 100; i++) {
            reader.then(NO_CARD);
        }
        assertThat(read()).isInstanceOf(IdCardResult.Unreadable.class);
        assertThat(reader.commands).hasSizeLessThan(20);
    }

    @Test
    void readsAgainAfterABrokenChecksum() throws IOException {
        reader.then(FOUND).then(SELECTED).then(BROKEN);
        goodCard();
        assertReadAfter(FIND, SELECT, READ, FIND, SELECT, READ);
    }

    @Test
    void readsAgainAfterATruncatedAnswer() throws IOException {
        reader.then(FOUND).then(SELECTED).then(Arrays.copyOf(CARD, 600));
        goodCard();
        assertReadAfter(FIND, SELECT, READ, FIND, SELECT, READ);
    }

    @Test
    void readsAnAnswerThatComesInPiecesOrBehindGarbage() throws IOException {
        byte[] garbageThenFound = Arrays.copyOf(new byte[] {0x5A, (byte) 0xAA, 0x13}, 3 + FOUND.length);
        System.arraycopy(FOUND, 0, garbageThenFound, 3, FOUND.length);
        reader.then(garbageThenFound).then(SELECTED);
        reader.then(Arrays.copyOf(CARD, 9), 150, Arrays.copyOfRange(CARD, 9, CARD.length));
        assertReadAfter(FIND, SELECT, READ);
    }

    @Test
    void doesNotTakeALateAnswerForTheAnswerToALaterCommand() throws IOException {
        reader.late(1_400, FOUND); // the find waits 1 s, then its answer is drained
        reader.then(NO_CARD).late(1_100, NO_CARD).then(FOUND).then(SELECTED).then(CARD);
        assertThat(read()).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void passesOverAStrayAnswerThatDoesNotFit() throws IOException {
        byte[] foundAndSelected = Arrays.copyOf(FOUND, FOUND.length + SELECTED.length);
        System.arraycopy(SELECTED, 0, foundAndSelected, FOUND.length, SELECTED.length);
        reader.then(FOUND).then(foundAndSelected).then(CARD);
        assertReadAfter(FIND, SELECT, READ);
    }

    @Test
    void treatsAReaderThatAnswersNoFindAsGone() {
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
        assertThat(reader.commands).containsExactly(FIND, FIND, FIND);
    }

    @Test
    void namesTheLineWhenOnlyNoiseComesAsAtAWrongSpeed() throws IOException {
        byte[] noise = new byte[300];
        Arrays.fill(noise, (byte) 0xF8);
        reader.then(noise).then(noise).then(noise);
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.LINE));
    }

    @Test
    void namesTheLineWhenEveryChecksumIsWrong() throws IOException {
        byte[] wrong = NO_CARD.clone();
        wrong[10] ^= 1;
        reader.then(wrong).then(wrong).then(wrong);
        assertThat(read()).isEqualTo(new IdCardResult.Failed(IdReaderFaults.LINE));
    }

    @Test
    void throwsWhenTheCableIsPulled() {
        reader.unplug();
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }

    @Test
    void saysNoCardAtTheEndOfThePatience() throws IOException {
        for (int i = 0; i < 100; i++) {
            reader.then(NO_CARD);
        }
        assertThat(read(Duration.ofSeconds(3), () -> false)).isInstanceOf(IdCardResult.NoCard.class);
        assertThat(reader.commands).hasSizeBetween(8, 11); // every 300 ms
    }

    @Test
    void stopsLookingWhenCancelledAndFinishesACardItHasBegunToReceive() throws IOException {
        reader.then(NO_CARD);
        AtomicInteger asked = new AtomicInteger();
        assertThat(read(Duration.ofSeconds(30), () -> asked.incrementAndGet() > 2))
                .isInstanceOf(IdCardResult.Cancelled.class);
        reader.commands.clear();
        reader.then(FOUND).then(SELECTED).then(Arrays.copyOf(CARD, 50), 100, Arrays.copyOfRange(CARD, 50, CARD.length));
        assertThat(read(Duration.ofSeconds(30), () -> reader.commands.contains(READ)))
                .isInstanceOf(IdCardResult.Read.class);
    }
}
