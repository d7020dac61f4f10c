package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.print.PrintResult;
import io.changbai.journey.Intent.Kind;
import io.changbai.journey.Screen;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process is killed, in each state a transaction can be in, and starts again. */
class RestartTest {

    private static final Map<String, Consumer<Hall>> KILLED = Map.of(
            "submitting", Hall::toSubmitting,
            "printing", Hall::toPrinting,
            "print unknown", Hall::toPaperQuestion,
            "presented, receipt under way",
                    hall -> {
                        hall.toPrinting();
                        hall.printed(hall.a4, new PrintResult.Printed(2));
                    },
            "presented", Hall::toTake);

    private final Hall hall = new Hall();

    static Stream<String> states() {
        return KILLED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("states")
    void nothingIsPrintedAgainAfterAKill(String state) {
        KILLED.get(state).accept(hall);
        int documents = hall.a4.jobs.size();
        int receipts = hall.receipts.jobs.size();
        hall.killAndRestart();
        hall.background.remove(0).run();
        hall.waits(600);
        hall.shows(Screen.Attract.class);
        assertThat(hall.a4.jobs).hasSize(documents);
        assertThat(hall.receipts.jobs).hasSize(receipts);
        assertThat(hall.services.reconciliations).isEqualTo(1);
    }

    @Test
    void theAttractScreenDoesNotWaitForReconciliation() {
        hall.shows(Screen.Attract.class);
        assertThat(hall.services.reconciliations).isZero();
        assertThat(hall.background).hasSize(1);
    }

    @Test
    void reconciliationGoesOnUntilNothingIsLeft() {
        hall.services.open = 2;
        hall.background.remove(0).run();
        hall.waits(60);
        assertThat(hall.background).hasSize(1);
        hall.services.open = 0;
        hall.background.remove(0).run();
        hall.waits(600);
        assertThat(hall.background).isEmpty();
        assertThat(hall.services.reconciliations).isEqualTo(2);
    }

    @Test
    void reconciliationDisturbsNoVisit() {
        hall.toReview();
        hall.background.remove(0).run();
        hall.time.settle();
        hall.touch(Kind.AGREE);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("submitting"));
    }
}
