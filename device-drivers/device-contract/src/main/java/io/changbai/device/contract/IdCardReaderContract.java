package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every reader of resident ID cards holds to. */
public interface IdCardReaderContract extends WaitingContract {

    /** What a hand does to such a reader. */
    interface IdCardHands extends Hands {

        /**
         * Puts a good resident card on the reader, and leaves it there.
         *
         * @return the number on it, where the hand knows it
         */
        Optional<String> putCard();

        /** Puts on a card with a chip that is no ID card at all, or of a kind this release does not know. */
        void putOtherCard();

        void takeCard();
    }

    @Override
    IdCardReader device();

    @Override
    IdCardHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    default DeviceCommand<?> await(Duration patience) {
        return device().read(patience);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof IdCardResult.NoCard) {
            return Ended.NOTHING_CAME;
        } else if (result instanceof IdCardResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof IdCardResult.Failed ? Ended.FAILED : Ended.SERVED;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof IdCardResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void readsACardThatIsPutOnWhileItWaits(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<IdCardResult> command = device().read(Await.PATIENCE);
        Optional<String> number = hands().putCard();
        Stopwatch watch = Stopwatch.start();
        IdCardResult result = Await.end(command);
        watch.tell(reporter, "from card to result");
        assertWholeCard(result, number);
        hands().takeCard();
        Await.ready(device());
    }

    @Test
    default void readsACardThatLiesThereAlready() {
        Await.ready(device());
        Optional<String> number = hands().putCard();
        assertWholeCard(Await.end(device().read(Await.PATIENCE)), number);
        hands().takeCard();
    }

    @Test
    default void readsOneCardAfterAnother() {
        Await.ready(device());
        for (int i = 0; i < 3; i++) {
            DeviceCommand<IdCardResult> command = device().read(Await.PATIENCE);
            Optional<String> number = hands().putCard();
            assertWholeCard(Await.end(command), number);
            hands().takeCard();
        }
    }

    @Test
    default void refusesACardThatIsNoIdCardAndReadsTheNext() {
        Await.ready(device());
        DeviceCommand<IdCardResult> command = device().read(Await.PATIENCE);
        hands().putOtherCard();
        IdCardResult refused = Await.end(command);
        assertThat(ended(refused)).isEqualTo(Ended.SERVED);
        assertThat(refused).isNotInstanceOf(IdCardResult.Read.class);
        hands().takeCard();
        DeviceCommand<IdCardResult> next = device().read(Await.PATIENCE);
        Optional<String> number = hands().putCard();
        assertWholeCard(Await.end(next), number);
        hands().takeCard();
    }

    @Test
    default void saysNothingOfThePersonInItsText() {
        Await.ready(device());
        DeviceCommand<IdCardResult> command = device().read(Await.PATIENCE);
        hands().putCard();
        IdCardResult result = Await.end(command);
        hands().takeCard();
        assertThat(result)
                .isInstanceOfSatisfying(
                        IdCardResult.Read.class,
                        read -> assertThat(read.toString())
                                .doesNotContain(
                                        read.card().number(), read.card().name()));
    }

    private static void assertWholeCard(IdCardResult result, Optional<String> number) {
        assertThat(result).isInstanceOfSatisfying(IdCardResult.Read.class, read -> {
            assertThat(read.card().number()).matches("[0-9A-HJ-NPQRTUWXY]{17}[0-9X]|[A-Z]{3}[0-9]{12}|[0-9]{17}[0-9X]");
            assertThat(read.card().name()).isNotBlank();
            number.ifPresent(expected -> assertThat(read.card().number()).isEqualTo(expected));
        });
    }
}
