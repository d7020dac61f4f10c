package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journey.Intent;
import io.changbai.journey.Screen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journey on its real thread, with real time. */
class JourneyThreadTest {

    @Test
    void runsInOrderAndLaterThingsLater() throws InterruptedException {
        JourneyThread thread = new JourneyThread();
        List<String> ran = new CopyOnWriteArrayList<>();
        CountDownLatch last = new CountDownLatch(1);
        thread.after(Duration.ofMillis(50), last::countDown);
        thread.execute(() -> ran.add("first on " + Thread.currentThread().getName()));
        thread.execute(() -> ran.add("second"));
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("first on journey", "second");
        thread.end();
    }

    @Test
    void theEndRunsWhatIsQueuedAndDropsWhatComesLater() throws InterruptedException {
        JourneyThread thread = new JourneyThread();
        List<String> ran = new CopyOnWriteArrayList<>();
        thread.after(Duration.ofHours(1), () -> ran.add("scheduled"));
        thread.execute(() -> ran.add("queued"));
        thread.end();
        thread.execute(() -> ran.add("after the end"));
        thread.after(Duration.ZERO, () -> ran.add("after the end"));
        assertThat(ran).containsExactly("queued");
    }

    @Test
    void aTouchFromAnotherThreadMovesTheVisitAndTheStopWipesIt() throws InterruptedException {
        Hall hall = new Hall();
        ExecutorService settling = Executors.newSingleThreadExecutor();
        VisitJourney journey = new VisitJourney(hall.rooms(), Timers.STANDARD, "zh-CN", new JourneyThread(), settling);
        journey.addDocumentPrinter(hall.a4);
        journey.addReceiptPrinter(hall.receipts);
        CountDownLatch attract = new CountDownLatch(1);
        CountDownLatch choose = new CountDownLatch(1);
        journey.onView(view -> {
            if (view.screen() instanceof Screen.Attract) {
                attract.countDown();
            } else if (view.screen() instanceof Screen.Choose) {
                choose.countDown();
            }
        });
        assertThat(attract.await(10, TimeUnit.SECONDS)).isTrue();
        journey.intent(new Intent(journey.view().revision(), Intent.Kind.START, ""));
        assertThat(choose.await(10, TimeUnit.SECONDS)).isTrue();
        Visit visit = journey.visit();
        journey.deactivate();
        assertThat(visit.isWiped()).isTrue();
        assertThat(settling.isTerminated()).isTrue();
    }
}
