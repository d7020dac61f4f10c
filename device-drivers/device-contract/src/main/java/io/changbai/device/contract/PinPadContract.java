package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.pin.PinBlock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinPad;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinRequest.Prompt;
import io.changbai.device.api.pin.PinResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every encrypting PIN pad holds to. */
public interface PinPadContract extends WaitingContract {

    /** An account number of nobody. */
    String PAN = "8901000000000000001";

    /** What a hand does to a PIN pad. */
    interface PinHands extends Hands {

        /** Waits until the pad asks for a PIN, then presses {@code digits} and no other key. */
        void press(String digits);

        void pressEnter();

        void pressCancel();

        /** Opens the housing, as a thief does; a real pad does not survive it. */
        default void openHousing() {
            throw Hands.cannot("open the housing of a pad that is needed afterwards");
        }

        /** The PIN in a block, where the hand can reach a security module that has the keys. */
        default Optional<String> open(PinBlock block, Optional<String> pan) {
            return Optional.empty();
        }
    }

    @Override
    PinPad device();

    @Override
    PinHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.PIN_PAD;
    }

    @Override
    default DeviceCommand<?> await(Duration patience) {
        return capture(patience, digits -> {});
    }

    private DeviceCommand<PinResult> capture(Duration patience, IntConsumer typed) {
        return device().capture(new PinRequest(Prompt.ENTER_PIN, 4, 6, Optional.of(PAN)), patience, typed);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof PinResult.TimedOut) {
            return Ended.NOTHING_CAME;
        } else if (result instanceof PinResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof PinResult.Failed ? Ended.FAILED : Ended.SERVED;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof PinResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void givesTheTypedPinAsABlockBoundToTheAccount(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, digits -> {});
        hands().press("731946");
        hands().pressEnter();
        Stopwatch watch = Stopwatch.start();
        PinBlock block = block(Await.end(command));
        watch.tell(reporter, "from the green key to the block");
        assertThat(block.format()).isNotEqualTo(Format.ISO_1);
        assertThat(block.toString()).doesNotContain(block.cipher()).doesNotContain(block.keySerial());
        hands().open(block, Optional.of(PAN)).ifPresent(pin -> assertThat(pin).isEqualTo("731946"));
    }

    @Test
    default void givesABlockOfFormat1WhereThereIsNoAccount() {
        Await.ready(device());
        PinRequest request = new PinRequest(Prompt.ENTER_NEW_PIN, 6, 6, Optional.empty());
        DeviceCommand<PinResult> command = device().capture(request, Await.PATIENCE, digits -> {});
        hands().press("731946");
        hands().pressEnter();
        PinBlock block = block(Await.end(command));
        assertThat(block.format()).isEqualTo(Format.ISO_1);
        hands().open(block, Optional.empty()).ifPresent(pin -> assertThat(pin).isEqualTo("731946"));
    }

    @Test
    default void usesAnotherKeyForEveryPin() {
        Await.ready(device());
        PinBlock first = typed("1234");
        PinBlock second = typed("1234");
        assertThat(second.keySerial()).isNotEqualTo(first.keySerial());
        assertThat(second.cipher()).isNotEqualTo(first.cipher());
    }

    private PinBlock typed(String digits) {
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, count -> {});
        hands().press(digits);
        hands().pressEnter();
        return block(Await.end(command));
    }

    @Test
    default void tellsHowManyDigitsThereAreAndNeverWhich() {
        Await.ready(device());
        List<Integer> told = new CopyOnWriteArrayList<>();
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, told::add);
        hands().press("9981");
        Await.until("four digits are told", () -> told.contains(4));
        hands().pressEnter();
        Await.end(command);
        assertThat(told).containsSubsequence(1, 2, 3, 4).allMatch(count -> count <= 6);
    }

    @Test
    default void takesTooFewDigitsForNoPin() {
        Await.ready(device());
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, digits -> {});
        hands().press("998");
        hands().pressEnter();
        assertThat(Await.within(
                        Duration.ofMillis(500),
                        () -> command.result().toCompletableFuture().isDone()))
                .as("ended with three digits")
                .isFalse();
        hands().press("1");
        hands().pressEnter();
        block(Await.end(command));
    }

    @Test
    default void endsWithTheRedKeyAndServesTheNext() {
        Await.ready(device());
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, digits -> {});
        hands().press("12");
        hands().pressCancel();
        assertThat(Await.end(command)).isInstanceOf(PinResult.Cancelled.class);
        typed("1234");
    }

    @Test
    default void timesOutAlsoWhenSomebodyBeganToType() {
        Await.ready(device());
        DeviceCommand<PinResult> command = capture(Duration.ofSeconds(2), digits -> {});
        hands().press("12");
        assertThat(Await.end(command)).isInstanceOf(PinResult.TimedOut.class);
    }

    @Test
    default void neverServesAgainOnceItsHousingWasOpened() {
        Await.ready(device());
        DeviceCommand<PinResult> command = capture(Await.PATIENCE, digits -> {});
        hands().press("12");
        hands().openHousing();
        assertThat(Await.end(command)).isInstanceOf(PinResult.Failed.class);
        Await.status(
                device(),
                "it says that somebody opened it",
                status -> status.availability() == Availability.FRAUD_ATTEMPT
                        && !status.faults().isEmpty());
        assertThat(Await.end(capture(Duration.ofSeconds(2), digits -> {}))).isInstanceOf(PinResult.Failed.class);
    }

    private static PinBlock block(PinResult result) {
        assertThat(result).isInstanceOf(PinResult.Captured.class);
        return ((PinResult.Captured) result).block();
    }
}
