package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.page.DocumentCamera;
import io.changbai.device.api.page.PageResult;
import io.changbai.device.api.print.VisitToken;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every document camera holds to. */
public interface DocumentCameraContract extends WaitingContract {

    /** What a hand does under such a camera. */
    interface PageHands extends Hands {

        /** Lays a printed A4 page under it, in focus, whole in view, a little askew. */
        void layPage();

        /** Nothing lies under it. */
        void takePage();
    }

    @Override
    DocumentCamera device();

    @Override
    PageHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.DOCUMENT_CAMERA;
    }

    /** Nothing lies there meanwhile. */
    @Override
    default DeviceCommand<?> await(Duration patience) {
        hands().takePage();
        return device().capture(visit(), patience);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof PageResult.Captured) {
            return Ended.SERVED;
        } else if (result instanceof PageResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof PageResult.Failed ? Ended.FAILED : Ended.NOTHING_CAME;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof PageResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void takesOnePageOfABoundedSizeThatCanBeWiped(TestReporter reporter) {
        Await.ready(device());
        hands().layPage();
        Stopwatch watch = Stopwatch.start();
        PageResult result = Await.end(device().capture(visit(), Await.PATIENCE));
        watch.tell(reporter, "from command to page");
        assertThat(result).isInstanceOfSatisfying(PageResult.Captured.class, captured -> {
            byte[] jpeg = captured.page().jpeg();
            assertThat(jpeg).startsWith(0xFF, 0xD8).hasSizeLessThanOrEqualTo(1_000_000);
            double ratio = (double) captured.page().height() / captured.page().width();
            assertThat(Math.max(ratio, 1 / ratio)).as("the proportions of A4").isBetween(1.33, 1.50);
            captured.page().wipe();
            assertThat(jpeg).containsOnly(0);
        });
        assertThat(result.toString()).hasSizeLessThan(200);
    }

    @Test
    default void takesNothingWithoutAVisitOrAfterItsEnd() {
        Await.ready(device());
        hands().layPage();
        VisitToken over = visit();
        over.end();
        assertThat(Await.end(device().capture(over, Await.PATIENCE))).isInstanceOf(PageResult.Cancelled.class);
        assertThatThrownBy(() -> device().capture(null, Await.PATIENCE)).isInstanceOf(NullPointerException.class);
    }

    @Test
    default void endsWithItsVisit() {
        Await.ready(device());
        hands().takePage();
        VisitToken visit = visit();
        DeviceCommand<PageResult> command = device().capture(visit, Duration.ofMinutes(5));
        assertThat(Await.within(
                        Duration.ofMillis(300),
                        () -> command.result().toCompletableFuture().isDone()))
                .isFalse();
        visit.end();
        assertThat(Await.end(command)).isInstanceOf(PageResult.Cancelled.class);
    }

    private static VisitToken visit() {
        return VisitToken.begin("visit-" + UUID.randomUUID());
    }
}
