package io.changbai.device.api.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every reader of resident ID cards holds to. */
public interface IdCardReaderContract extends DeviceContract {

    @Override
    IdCardReader device();

    /** Puts a good resident card on the reader, as a person does; returns the number on it. */
    String presentCard();

    /** Puts a card on the reader that is no resident ID card. */
    void presentOtherCard();

    @Test
    default void isAnIdCardReader() {
        assertThat(device().kind()).isEqualTo(DeviceKind.ID_CARD_READER);
    }

    @Test
    default void readsACardPutOnWhileWaiting() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = device().read(PATIENCE);
        String number = presentCard();
        IdCardResult result = DeviceContract.end(command);
        assertThat(result).isInstanceOfSatisfying(IdCardResult.Read.class, read -> {
            assertThat(read.card().number()).isEqualTo(number);
            assertThat(read.card().photo()).hasSize(1024);
        });
        assertThat(result.toString()).doesNotContain(number);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
    }

    @Test
    default void saysNoCardWhenNobodyComes() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(DeviceContract.end(device().read(Duration.ofMillis(300)))).isInstanceOf(IdCardResult.NoCard.class);
    }

    @Test
    default void saysNotAnIdCardForAnotherKindOfCard() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = device().read(PATIENCE);
        presentOtherCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.NotAnIdCard.class);
    }

    @Test
    default void endsACancelledReadAndServesTheNext() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = device().read(PATIENCE);
        DeviceCommand<IdCardResult> behind = device().read(PATIENCE);
        command.cancel();
        command.cancel();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Cancelled.class);
        presentCard();
        assertThat(DeviceContract.end(behind)).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    default void failsWithAFaultWhenTheReaderIsUnpluggedDuringTheWait() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = device().read(PATIENCE);
        unplug();
        assertThat(DeviceContract.end(command))
                .isInstanceOfSatisfying(
                        IdCardResult.Failed.class,
                        failed -> assertThat(failed.fault().code()).endsWith("-NO-DEVICE"));
    }
}
