package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every reader of social security cards holds to. */
public interface SocialCardReaderContract extends WaitingContract {

    /** What a hand does to such a reader. */
    interface SocialCardHands extends Hands {

        /**
         * Puts a good card of generation 2 in the slot, and leaves it there.
         *
         * @return its holder's number, where the hand knows it
         */
        Optional<String> putCard();

        /** Puts a bank card in the slot. */
        void putBankCard();

        void takeCard();
    }

    @Override
    SocialCardReader device();

    @Override
    SocialCardHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.SOCIAL_CARD_READER;
    }

    @Override
    default DeviceCommand<?> await(Duration patience) {
        return device().read(patience);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof SocialCardResult.NoCard) {
            return Ended.NOTHING_CAME;
        } else if (result instanceof SocialCardResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof SocialCardResult.Failed ? Ended.FAILED : Ended.SERVED;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof SocialCardResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void readsACardThatIsPutInWhileItWaitsAndKnowsWhetherItIsStillThere(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<SocialCardResult> command = device().read(Await.PATIENCE);
        Optional<String> number = hands().putCard();
        Stopwatch watch = Stopwatch.start();
        SocialCardResult result = Await.end(command);
        watch.tell(reporter, "from card to result");
        assertWholeCard(result, number);
        assertThat(device().cardPresent()).isTrue();
        hands().takeCard();
        Await.until("the card is gone", () -> !device().cardPresent());
    }

    @Test
    default void readsACardThatLiesInTheSlotAlreadyAndReadsItAgain() {
        Await.ready(device());
        Optional<String> number = hands().putCard();
        assertWholeCard(Await.end(device().read(Await.PATIENCE)), number);
        assertWholeCard(Await.end(device().read(Await.PATIENCE)), number);
        hands().takeCard();
    }

    @Test
    default void refusesABankCardAndReadsTheNext() {
        Await.ready(device());
        DeviceCommand<SocialCardResult> command = device().read(Await.PATIENCE);
        hands().putBankCard();
        assertThat(Await.end(command)).isEqualTo(new SocialCardResult.Refused(SocialCardResult.Refusal.BANK_CARD));
        hands().takeCard();
        Await.until("the bank card is gone", () -> !device().cardPresent());
        DeviceCommand<SocialCardResult> next = device().read(Await.PATIENCE);
        Optional<String> number = hands().putCard();
        assertWholeCard(Await.end(next), number);
        hands().takeCard();
    }

    @Test
    default void saysNothingOfThePersonInItsText() {
        Await.ready(device());
        hands().putCard();
        SocialCardResult result = Await.end(device().read(Await.PATIENCE));
        hands().takeCard();
        assertThat(result)
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.toString())
                                .doesNotContain(
                                        read.card().number(),
                                        read.card().name(),
                                        read.card().cardNumber()));
    }

    private static void assertWholeCard(SocialCardResult result, Optional<String> number) {
        assertThat(result).isInstanceOfSatisfying(SocialCardResult.Read.class, read -> {
            assertThat(read.card().number()).hasSize(18);
            assertThat(read.card().name()).isNotBlank();
            number.ifPresent(expected -> assertThat(read.card().number()).isEqualTo(expected));
        });
    }
}
