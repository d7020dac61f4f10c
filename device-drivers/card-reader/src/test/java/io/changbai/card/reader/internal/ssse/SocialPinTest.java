package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.api.card.UnlockAuthority;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SocialCardChip.Tear;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.emulators.TestKeys;
import io.changbai.device.link.CardSlot.State;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One PIN a person typed is one try on the card; after a torn write the card is asked before anything is said. */
@Timeout(60)
class SocialPinTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String OLD = "123456";
    private static final String NEW = "654321";
    private static final SocialReaderSettings HASTY = new SocialReaderSettings(
            Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(8), Duration.ofMillis(600), 0);
    private static final UnlockAuthority AUTHORITY = request -> CompletableFuture.completedFuture(
            TestKeys.unlockSeal(request.regionCode(), request.cardId(), request.challenge()));

    private final HandSlot slot = new HandSlot();
    private final SocialCardChip card = SocialCards.of(Generation.V2_00);
    private PcscSocialCardReader reader = reader(HandSlot.SETTINGS);

    private PcscSocialCardReader reader(SocialReaderSettings settings) {
        return new PcscSocialCardReader(slot, TerminalKeys.none(), settings, "hand", new SteadyClock());
    }

    private void hasty() {
        reader.close();
        reader = reader(HASTY);
    }

    @AfterEach
    void stop() {
        reader.close();
    }

    private static CardPin pin(String digits) {
        return CardPin.taking(digits.toCharArray());
    }

    private CardPinResult verify(String digits) {
        return Await.end(reader.verify(pin(digits), PATIENCE));
    }

    private DeviceCommand<CardPinResult> change(String old, String fresh) {
        return reader.change(pin(old), pin(fresh), PATIENCE);
    }

    private static CardPinResult wrong(int left) {
        return new CardPinResult.Wrong(OptionalInt.of(left));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "12a456", "12345678901234"})
    void refusesWhatIsNoPinAndWipesIt(String typed) {
        char[] digits = typed.toCharArray();
        assertThatThrownBy(() -> CardPin.taking(digits)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new String(digits)).isEqualTo("0".repeat(typed.length()));
    }

    @Test
    void countsTheTriesDownAndRepeatsNothingByItself() {
        slot.insert(card);
        assertThat(verify("111111")).isEqualTo(wrong(2));
        assertThat(card.pinTriesLeft()).isEqualTo(2);
        assertThat(verify("111111")).isEqualTo(wrong(1));
        assertThat(verify(OLD)).isInstanceOf(CardPinResult.Done.class);
        assertThat(card.pinTriesLeft()).isEqualTo(3);
    }

    @Test
    void saysBlockedWithTheLastTryAndEverAfter() {
        slot.insert(card.pinTriesLeft(1));
        assertThat(verify("111111")).isInstanceOf(CardPinResult.Blocked.class);
        assertThat(verify(OLD)).isInstanceOf(CardPinResult.Blocked.class);
        assertThat(Await.end(change(OLD, NEW))).isInstanceOf(CardPinResult.Blocked.class);
    }

    @Test
    void wipesThePinHoweverTheCommandEnds() {
        CardPin done = pin(OLD);
        slot.insert(card);
        Await.end(reader.verify(done, PATIENCE));
        slot.remove();
        CardPin cancelled = pin(OLD);
        DeviceCommand<CardPinResult> command = reader.verify(cancelled, PATIENCE);
        command.cancel();
        assertThat(Await.end(command)).isInstanceOf(CardPinResult.Cancelled.class);
        for (CardPin each : new CardPin[] {done, cancelled}) {
            Await.until("the PIN is wiped", () -> isWiped(each));
            assertThat(each.toString()).doesNotContain(OLD);
        }
    }

    private static boolean isWiped(CardPin pin) {
        try {
            pin.packed();
            return false;
        } catch (IllegalStateException wiped) {
            return true;
        }
    }

    @Test
    void changesThePin() {
        slot.insert(card);
        assertThat(Await.end(change(OLD, NEW))).isInstanceOf(CardPinResult.Done.class);
        assertThat(card.hasPin(NEW)).isTrue();
    }

    @Test
    void changesNothingWithAWrongOldPin() {
        slot.insert(card);
        assertThat(Await.end(change("111111", NEW))).isEqualTo(wrong(2));
        assertThat(card.hasPin(OLD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_WRITING, NotChanged", "AFTER_WRITING, Done"})
    void readsTheStateBackWhenTheCardComesAgainAfterATornChange(Tear tear, String end) {
        slot.insert(card.tearNextWrite(tear));
        DeviceCommand<CardPinResult> command = change(OLD, NEW);
        Await.until("the card is pulled", () -> slot.state() == State.EMPTY);
        assertThat(command.result().toCompletableFuture()).isNotDone();
        slot.insert(card);
        assertThat(Await.end(command).getClass().getSimpleName()).isEqualTo(end);
        assertThat(card.hasPin(tear == Tear.AFTER_WRITING ? NEW : OLD)).isTrue();
        assertThat(card.pinTriesLeft()).as("reading back gives the tries back").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Tear.class)
    void saysUnknownWhenATornCardDoesNotComeAgain(Tear tear) {
        hasty();
        slot.insert(card.tearNextWrite(tear));
        assertThat(Await.end(change(OLD, NEW))).isInstanceOf(CardPinResult.Unknown.class);
    }

    @Test
    void asksNothingOfAnotherCardAndSaysUnknown() {
        SocialCardChip other =
                SocialCards.of(Generation.V2_00, "王小民", SocialCards.NUMBER, "890101D15600000500000000000000FF");
        slot.insert(card.tearNextWrite(Tear.AFTER_WRITING));
        DeviceCommand<CardPinResult> command = change(OLD, NEW);
        Await.until("the card is pulled", () -> slot.state() == State.EMPTY);
        slot.insert(other);
        assertThat(Await.end(command)).isInstanceOf(CardPinResult.Unknown.class);
        assertThat(other.pinTriesLeft()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void neverSpendsTheLastTryToReadBack(int tries) {
        slot.insert(card.pinTriesLeft(tries).tearNextWrite(Tear.BEFORE_WRITING));
        DeviceCommand<CardPinResult> command = change(OLD, NEW);
        Await.until("the card is pulled", () -> slot.state() == State.EMPTY);
        slot.insert(card);
        assertThat(Await.end(command)).isInstanceOf(CardPinResult.Unknown.class);
        assertThat(card.pinTriesLeft()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void changesNothingWhenTheCardIsPulledBeforeTheWriting(int commands) {
        DeviceCommand<CardPinResult> command = change(OLD, NEW);
        slot.insertAndPullAfter(card, commands);
        assertThat(Await.end(command)).isInstanceOf(CardPinResult.NotChanged.class);
        assertThat(card.hasPin(OLD)).isTrue();
    }

    @Test
    void saysRemovedWhenTheCardIsPulledWhileItChecks() {
        DeviceCommand<CardPinResult> command = reader.verify(pin(OLD), PATIENCE);
        slot.insertAndPullAfter(card, 2); // SELECT, GET RESPONSE
        assertThat(Await.end(command)).isInstanceOf(CardPinResult.Removed.class);
    }

    @Test
    void tellsWrongCardsApart() {
        slot.insert(new BankCardChip());
        assertThat(verify(OLD)).isEqualTo(new CardPinResult.Refused(Refusal.BANK_CARD));
        slot.insert(SocialCards.of(Generation.V2_00).locked());
        assertThat(verify(OLD)).isEqualTo(new CardPinResult.Refused(Refusal.LOCKED));
        slot.insert(new MuteCard());
        assertThat(verify(OLD)).isEqualTo(new CardPinResult.Unreadable(Trouble.MUTE));
        slot.remove();
        assertThat(Await.end(reader.verify(pin(OLD), Duration.ZERO))).isInstanceOf(CardPinResult.NoCard.class);
    }

    @Test
    void aCardThatWasStillSlidingInIsPoweredUpAgainButGetsThePinOnce() {
        slot.failPowerUps(1);
        slot.insert(card);
        assertThat(verify("111111")).isEqualTo(wrong(2));
    }

    @Test
    void unlocksWithASealFromOutside() {
        slot.insert(card.pinTriesLeft(0));
        assertThat(Await.end(reader.unlock(AUTHORITY, PATIENCE))).isInstanceOf(CardPinResult.Done.class);
        assertThat(verify(OLD)).isInstanceOf(CardPinResult.Done.class);
    }

    @Test
    void changesNothingWithAWrongSealAndSendsNothingWithoutOne() {
        hasty();
        slot.insert(card.pinTriesLeft(0));
        assertThat(Await.end(reader.unlock(request -> CompletableFuture.completedFuture(new byte[4]), PATIENCE)))
                .isInstanceOf(CardPinResult.NotChanged.class);
        assertThat(Await.end(reader.unlock(request -> new CompletableFuture<>(), PATIENCE)))
                .isInstanceOf(CardPinResult.NotSealed.class);
        assertThat(Await.end(
                        reader.unlock(request -> CompletableFuture.failedFuture(new IOException("down")), PATIENCE)))
                .isInstanceOf(CardPinResult.NotSealed.class);
        assertThat(Await.end(reader.unlock(request -> CompletableFuture.completedFuture(new byte[500]), PATIENCE)))
                .isInstanceOf(CardPinResult.NotSealed.class);
        assertThat(card.pinTriesLeft()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_WRITING, Blocked", "AFTER_WRITING, Done"})
    void readsBackATornUnlocking(Tear tear, String end) {
        slot.insert(card.pinTriesLeft(0).tearNextWrite(tear));
        DeviceCommand<CardPinResult> command = reader.unlock(AUTHORITY, PATIENCE);
        Await.until("the card is pulled", () -> slot.state() == State.EMPTY);
        slot.insert(card);
        assertThat(Await.end(command).getClass().getSimpleName()).isEqualTo(end);
    }
}
