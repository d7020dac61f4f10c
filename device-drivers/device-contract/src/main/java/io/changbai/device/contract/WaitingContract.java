package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every device holds to whose command waits for a person: readers, scanners, cameras, PIN pads. */
public interface WaitingContract extends DeviceContract {

    /** How a command ended, in the words all these devices share. */
    enum Ended {
        /** With what it waited for, or with a refusal of it. */
        SERVED,
        /** Nothing came within the patience. */
        NOTHING_CAME,
        CANCELLED,
        FAILED
    }

    /** Begins a command that waits for a person. */
    DeviceCommand<?> await(Duration patience);

    /** How a command of {@link #await} ended. */
    Ended ended(Object result);

    /** The fault of a command that {@link Ended#FAILED}. */
    Optional<DeviceFault> fault(Object result);

    @Test
    default void saysThatNothingCameWhenThePatienceIsOver(TestReporter reporter) {
        Await.ready(device());
        Stopwatch watch = Stopwatch.start();
        assertThat(ended(Await.end(await(Duration.ofMillis(400))))).isEqualTo(Ended.NOTHING_CAME);
        watch.tell(reporter, "a wait of 400 ms");
        assertThat(watch.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        Await.ready(device());
    }

    @Test
    default void endsACommandThatIsCancelledWhileItWaits(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<?> command = await(Await.PATIENCE);
        assertThat(Await.within(
                        Duration.ofMillis(300),
                        () -> command.result().toCompletableFuture().isDone()))
                .as("ended although nobody came")
                .isFalse();
        Stopwatch watch = Stopwatch.start();
        command.cancel();
        command.cancel();
        assertThat(ended(Await.end(command))).isEqualTo(Ended.CANCELLED);
        watch.tell(reporter, "from cancel to ended");
        Await.ready(device());
    }

    @Test
    default void neverBeginsACommandThatIsCancelledBeforeItsTurn() {
        Await.ready(device());
        DeviceCommand<?> first = await(Await.PATIENCE);
        DeviceCommand<?> second = await(Await.PATIENCE);
        second.cancel();
        first.cancel();
        assertThat(ended(Await.end(first))).isEqualTo(Ended.CANCELLED);
        assertThat(ended(Await.end(second))).isEqualTo(Ended.CANCELLED);
        assertThat(ended(Await.end(await(Duration.ofMillis(100))))).isEqualTo(Ended.NOTHING_CAME);
    }

    @Test
    default void isNotDisturbedByACancelAfterTheEnd() {
        Await.ready(device());
        DeviceCommand<?> command = await(Duration.ofMillis(100));
        Object result = Await.end(command);
        command.cancel();
        command.cancel();
        assertThat(Await.end(command)).isEqualTo(result);
        assertThat(ended(Await.end(await(Duration.ofMillis(100))))).isEqualTo(Ended.NOTHING_CAME);
    }

    @Test
    default void endsEveryCommandExactlyOnceAndInOrder() {
        Await.ready(device());
        AtomicInteger ends = new AtomicInteger();
        DeviceCommand<?> first = await(Duration.ofMillis(100));
        DeviceCommand<?> second = await(Duration.ofMillis(100));
        first.result().whenComplete((result, defect) -> ends.incrementAndGet());
        second.result().whenComplete((result, defect) -> {
            assertThat(first.result().toCompletableFuture()).isDone();
            ends.incrementAndGet();
        });
        Await.end(second);
        Await.until("both have ended", () -> ends.get() == 2);
    }

    @Test
    default void failsQuicklyWhileNothingIsPluggedIn(TestReporter reporter) {
        Await.ready(device());
        hands().pullCable();
        Await.status(device(), "it says NO_DEVICE", status -> status.availability() == Availability.NO_DEVICE);
        Stopwatch watch = Stopwatch.start();
        Object result = Await.end(await(Duration.ofMinutes(5)));
        watch.tell(reporter, "from command to failed, while unplugged");
        assertFailedForWantOfTheDevice(result);
        assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    default void failsWhenTheCableIsPulledDuringTheWaitAndServesWhenItIsBack(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<?> command = await(Duration.ofMinutes(5));
        Stopwatch watch = Stopwatch.start();
        hands().pullCable();
        assertFailedForWantOfTheDevice(Await.end(command));
        watch.tell(reporter, "from unplugged to failed, during a wait");
        hands().plugCable();
        Await.ready(device());
        assertThat(ended(Await.end(await(Duration.ofMillis(200))))).isEqualTo(Ended.NOTHING_CAME);
    }

    @Test
    default void endsTheWaitingCommandWhenItIsClosed() {
        Await.ready(device());
        DeviceCommand<?> running = await(Duration.ofMinutes(5));
        DeviceCommand<?> behind = await(Duration.ofMinutes(5));
        close();
        assertThat(ended(Await.end(running))).isIn(Ended.CANCELLED, Ended.FAILED);
        assertThat(ended(Await.end(behind))).isIn(Ended.CANCELLED, Ended.FAILED);
    }

    private void assertFailedForWantOfTheDevice(Object result) {
        assertThat(ended(result)).isEqualTo(Ended.FAILED);
        assertThat(fault(result))
                .hasValueSatisfying(fault -> assertThat(fault.code()).endsWith("-NO-DEVICE"));
    }
}
