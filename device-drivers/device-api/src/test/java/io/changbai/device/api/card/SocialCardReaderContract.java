package io.changbai.device.api.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every reader of social security cards holds to. */
public interface SocialCardReaderContract extends DeviceContract {

    @Override
    SocialCardReader device();

    /** Puts a good card of generation 2.00 in the slot; returns its holder's number. */
    String insertCard();

    /** Puts a bank card in the slot. */
    void insertBankCard();

    void removeCard();

    @Test
    default void isASocialCardReader() {
        assertThat(device().kind()).isEqualTo(DeviceKind.SOCIAL_CARD_READER);
    }

    @Test
    default void readsACardPutInWhileWaitingAndKnowsWhetherItIsStillThere() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = device().read(PATIENCE);
        String number = insertCard();
        SocialCardResult result = DeviceContract.end(command);
        assertThat(result)
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.card().number()).isEqualTo(number));
        assertThat(result.toString()).doesNotContain(number);
        assertThat(device().cardPresent()).isTrue();
        removeCard();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (device().cardPresent() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(device().cardPresent()).isFalse();
    }

    @Test
    default void readsACardThatLiesInTheSlotAlready() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        insertCard();
        assertThat(DeviceContract.end(device().read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
        assertThat(DeviceContract.end(device().read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    default void refusesABankCard() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = device().read(PATIENCE);
        insertBankCard();
        assertThat(DeviceContract.end(command))
                .isEqualTo(new SocialCardResult.Refused(SocialCardResult.Refusal.BANK_CARD));
    }

    @Test
    default void saysNoCardWhenNobodyComes() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(DeviceContract.end(device().read(Duration.ofMillis(300))))
                .isInstanceOf(SocialCardResult.NoCard.class);
        assertThat(device().cardPresent()).isFalse();
    }

    @Test
    default void endsACancelledReadAndServesTheNext() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = device().read(PATIENCE);
        DeviceCommand<SocialCardResult> behind = device().read(PATIENCE);
        command.cancel();
        assertThat(DeviceContract.end(command)).isInstanceOf(SocialCardResult.Cancelled.class);
        insertCard();
        assertThat(DeviceContract.end(behind)).isInstanceOf(SocialCardResult.Read.class);
    }
}
