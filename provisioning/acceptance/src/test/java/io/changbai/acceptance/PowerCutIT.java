package io.changbai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.acceptance.stack.Stack;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The terminal's process is killed in each state a transaction rests in long enough to be met; after the next start the
 * transaction is settled with the platform, and nothing is printed a second time.
 */
@ExtendWith(RunningStack.class)
class PowerCutIT {

    @Test
    void afterACutWhileThePlatformActsTheCertificateExistsOnceAndIsNotPrinted(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.script(
                    "", Map.of("resource", "certificate/issue", "behaviour", "delay", "millis", 20_000, "times", 1));
            int before = scene.printed("document-printer");
            scene.reviewOfACertificate();
            scene.kiosk.touch("AGREE");
            scene.awaitTransaction(Scene.CERTIFICATE, "SUBMITTED");
            scene.powerCut();
            assertThat(scene.awaitTransaction(Scene.CERTIFICATE, "COMPLETE_NO_PAPER")
                            .path("reference")
                            .asText())
                    .isNotEmpty();
            assertThat(scene.printed("document-printer")).isEqualTo(before);
        }
    }

    @Test
    void afterACutWithTheAnswerLostTheTransactionIsSettledByAsking(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.script("", Map.of("resource", "certificate/issue", "behaviour", "lost", "times", 1));
            scene.reviewOfACertificate();
            scene.kiosk.touch("AGREE");
            scene.awaitTransaction(Scene.CERTIFICATE, "SUBMITTED");
            scene.powerCut();
            scene.awaitTransaction(Scene.CERTIFICATE, "REJECTED");
        }
    }

    @Test
    void afterACutWhilePrintingNothingIsPrintedAgain(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.bench.act("receipt-printer", "paper-out-after", Map.of("lines", 3));
            scene.submittedACertification();
            scene.awaitTransaction(Scene.CERTIFICATION, "PRINTING", "PRINT_UNKNOWN");
            scene.powerCut();
            scene.bench.act("receipt-printer", "paper", Map.of("level", "ok"));
            scene.awaitTransaction(Scene.CERTIFICATION, "COMPLETE_NO_PAPER");
            int settled = scene.printed("receipt-printer");
            scene.kiosk.awaitIdle(40);
            scene.awaitTile(Scene.CERTIFICATION, true);
            assertThat(scene.printed("receipt-printer")).isEqualTo(settled);
        }
    }

    @Test
    void afterACutWithThePaperInTheOutletTheTransactionIsClosed(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.reviewOfACertificate();
            scene.kiosk.touch("AGREE");
            scene.kiosk.await(45, "take");
            int printed = scene.printed("document-printer");
            scene.powerCut();
            scene.awaitTransaction(Scene.CERTIFICATE, "COMPLETE");
            assertThat(scene.printed("document-printer")).isEqualTo(printed);
        }
    }

    @Test
    void afterACutBeforeTheReviewNothingHasHappened(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            String newest =
                    scene.fleet.transactions(1).path(0).path("transactionId").asText();
            scene.identifiedForACertificate();
            scene.powerCut();
            scene.kiosk.await(40, "attract");
            assertThat(scene.kiosk.text()).doesNotContain("王");
            assertThat(scene.fleet.transactions(1).path(0).path("transactionId").asText())
                    .isEqualTo(newest);
        }
    }
}
