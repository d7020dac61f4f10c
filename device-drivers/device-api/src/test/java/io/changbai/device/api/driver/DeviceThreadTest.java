package io.changbai.device.api.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeviceThreadTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private DeviceThread thread = new DeviceThread("tried", this::look);

    private Duration look() {
        looks.incrementAndGet();
        return LONG;
    }

    @AfterEach
    void end() {
        thread.close();
    }

    private static <R> R result(DeviceCommand<R> command) throws Exception {
        return command.result().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Works until somebody does not want the result any more. */
    private String untilCancelled(DeviceThread.Cancellation cancellation) {
        begun.countDown();
        while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
        }
        return "stopped";
    }

    @Test
    void aDefectInACommandReachesItsCallerAndTheNextCommandStillRuns() throws Exception {
        thread.start();
        DeviceCommand<String> broken = thread.submit("cancelled", c -> {
            throw new IllegalStateException("defect");
        });
        assertThatThrownBy(() -> result(broken)).isInstanceOf(ExecutionException.class);
        assertThat(result(thread.submit("cancelled", c -> "done"))).isEqualTo("done");
    }

    @Test
    void aDefectInTheUpkeepDoesNotEndTheThread() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        thread = new DeviceThread("tried", () -> {
            looked.countDown();
            throw new IllegalStateException("defect");
        });
        thread.start();
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(result(thread.submit("cancelled", c -> "done"))).isEqualTo("done");
    }

    @Test
    void aRunningCommandLearnsThatItIsCancelled() throws Exception {
        thread.start();
        DeviceCommand<String> command = thread.submit("cancelled", this::untilCancelled);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        command.cancel();
        command.cancel();
        assertThat(result(command)).isEqualTo("stopped");
        command.cancel();
        assertThat(result(command)).isEqualTo("stopped");
    }

    @Test
    void aCommandCancelledBeforeItsTurnIsNeverBegun() throws Exception {
        thread.start();
        DeviceCommand<String> first = thread.submit("cancelled", this::untilCancelled);
        AtomicInteger runs = new AtomicInteger();
        DeviceCommand<Integer> second = thread.submit(-1, c -> runs.incrementAndGet());
        second.cancel();
        first.cancel();
        assertThat(result(second)).isEqualTo(-1);
        assertThat(runs).hasValue(0);
    }

    @Test
    void closingStopsTheRunningCommandAndRefusesTheWaitingAndTheLateOnes() throws Exception {
        thread.start();
        DeviceCommand<String> running = thread.submit("cancelled", this::untilCancelled);
        DeviceCommand<String> waiting = thread.submit("refused", c -> "done");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        thread.close();
        assertThat(result(running)).isEqualTo("stopped");
        assertThat(result(waiting)).isEqualTo("refused");
        assertThat(result(thread.submit("late", c -> "done"))).isEqualTo("late");
    }

    @Test
    void commandsRunOneAtATimeInOrderOnTheNamedThreadAndALookFollows() throws Exception {
        List<Character> order = new CopyOnWriteArrayList<>();
        CompletableFuture<String> name = new CompletableFuture<>();
        for (char letter = 'a'; letter <= 'c'; letter++) {
            char one = letter;
            assertThat(thread.submit(false, c -> order.add(one))).isNotNull();
        }
        thread.start();
        result(thread.submit(true, c -> name.complete(Thread.currentThread().getName())));
        assertThat(order).containsExactly('a', 'b', 'c');
        assertThat(name.get()).isEqualTo("device-tried");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (looks.get() < 1 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(looks).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void aThreadThatIsStuckInADriverIsNamedAndOneThatWaitsForAPersonIsNot() throws Exception {
        thread.start();
        CountDownLatch enough = new CountDownLatch(1);
        DeviceCommand<String> waiting = thread.submit("cancelled", this::untilCancelled);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(DeviceThread.stuck(Duration.ofSeconds(5))).doesNotContain("device-tried");
        waiting.cancel();
        CountDownLatch inside = new CountDownLatch(1);
        DeviceCommand<Boolean> stuck = thread.submit(false, c -> {
            inside.countDown();
            return awaitQuietly(enough);
        });
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!DeviceThread.stuck(Duration.ofMillis(50)).contains("device-tried")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        enough.countDown();
        assertThat(result(stuck)).isTrue();
        thread.close();
        assertThat(DeviceThread.stuck(Duration.ofNanos(-1))).doesNotContain("device-tried");
    }

    @Test
    void aThreadThatAnErrorEndedIsNamed() {
        DeviceThread broken = new DeviceThread("broken", () -> {
            throw new AssertionError("an error, not an exception");
        });
        broken.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!DeviceThread.stuck(Duration.ofMillis(50)).contains("device-broken")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        broken.close();
        assertThat(DeviceThread.stuck(Duration.ofMillis(50))).doesNotContain("device-broken");
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
