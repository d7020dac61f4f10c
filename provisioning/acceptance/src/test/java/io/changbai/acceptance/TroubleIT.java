package io.changbai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.acceptance.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a resident sees, and what operations see, when a part of the real thing fails. */
@ExtendWith(RunningStack.class)
class TroubleIT {

    @Test
    void aBankCardIsNamedAndAnotherWayStaysOpen(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.askedForACard();
            scene.bench.act("social-card-reader", "insert", Map.of("card", "bank"));
            Scene.await(Duration.ofSeconds(20), "words about the bank card", () -> said(scene, "这是银行卡"));
            scene.bench.act("social-card-reader", "remove");
            scene.bench.act("id-card-reader", "present", Map.of("resident", "wang-min"));
            scene.kiosk.await(20, "confirm-person");
            scene.kiosk.awaitIdle(20);
        }
    }

    @Test
    void aTileIsGreyWhileItsPrinterHasNoPaperAndFleetKnowsWho(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.bench.act("receipt-printer", "paper", Map.of("level", "out"));
            scene.awaitTile(Scene.CERTIFICATE, false);
            Scene.await(Duration.ofSeconds(20), "the fault in fleet", () -> inFleet(scene, "RCP-PAPER-OUT"));
            scene.bench.act("receipt-printer", "paper", Map.of("level", "ok"));
            scene.awaitTile(Scene.CERTIFICATE, true);
            Scene.await(Duration.ofSeconds(20), "the fault cleared in fleet", () -> notInFleet(scene, "RCP-PAPER-OUT"));
        }
    }

    @Test
    void whoStandsTooFarAwayIsToldSoAndThenServed(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.bench.act("face-camera", "sight", Map.of("how", "far"));
            scene.beforeTheCamera();
            Scene.await(Duration.ofSeconds(40), "to come closer", () -> said(scene, "请靠近一点"));
            scene.bench.act("face-camera", "sight", Map.of("how", "well"));
            scene.kiosk.await(20, "review");
            scene.kiosk.awaitIdle(20);
        }
    }

    @Test
    void aPulledReaderComesBackWithoutARestart(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.bench.act("id-card-reader", "unplug");
            Scene.await(Duration.ofSeconds(30), "the fault in fleet", () -> inFleet(scene, "ICR-NO-DEVICE"));
            scene.bench.act("id-card-reader", "plug");
            Scene.await(Duration.ofSeconds(40), "the fault cleared", () -> notInFleet(scene, "ICR-NO-DEVICE"));
            scene.askedForACard();
            scene.bench.act("id-card-reader", "present", Map.of("resident", "wang-min"));
            scene.kiosk.await(20, "confirm-person");
            scene.kiosk.awaitIdle(20);
        }
    }

    @Test
    void aLostAnswerEndsInATruthfulScreenWithACaseNumber(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.script("", Map.of("resource", "certificate/issue", "behaviour", "lost", "times", 1));
            scene.script("", Map.of("resource", "outcome", "behaviour", "silent", "times", 3));
            scene.reviewOfACertificate();
            scene.kiosk.touch("AGREE");
            scene.kiosk.await(120, "problem");
            String id = scene.awaitTransaction(Scene.CERTIFICATE, "SUBMIT_UNKNOWN")
                    .path("transactionId")
                    .asText();
            assertThat(scene.kiosk.text()).contains(id.substring(0, 8));
            scene.kiosk.awaitIdle(20);
        }
    }

    @Test
    void theBrokerGoesAwayDuringAVisitAndNothingIsLost(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.reviewOfACertificate();
            stack.stopBroker();
            scene.kiosk.touch("AGREE");
            scene.kiosk.await(120, "problem");
            stack.startBroker();
            scene.kiosk.touch("END");
            scene.kiosk.await(40, "attract", "out-of-service");
            Scene.await(Duration.ofSeconds(90), "the settled transaction in fleet", () -> settled(scene));
            scene.awaitTile(Scene.CERTIFICATE, true);
        }
    }

    @Test
    void aTerminalStartedWithoutBrokerSaysSoAndComesIntoServiceByItself(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            stack.stopBroker();
            scene.powerCut();
            scene.kiosk.await(40, "out-of-service");
            stack.startBroker();
            scene.kiosk.await(90, "attract");
        }
    }

    @Test
    void fleetKilledAndStartedAgainHasEveryTransaction(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.reviewOfACertificate();
            stack.fleet().kill();
            scene.kiosk.touch("AGREE");
            scene.kiosk.await(60, "take");
            scene.kiosk.touch("TAKEN");
            stack.restartFleet();
            scene.awaitTransaction(Scene.CERTIFICATE, "COMPLETE");
        }
    }

    private static Optional<Boolean> said(Scene scene, String words) {
        return scene.kiosk.text().contains(words) ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> inFleet(Scene scene, String fault) throws IOException {
        return scene.fleet.terminal(Stack.TERMINAL).at("/devices").toString().contains(fault)
                ? Optional.of(true)
                : Optional.empty();
    }

    private static Optional<Boolean> notInFleet(Scene scene, String fault) throws IOException {
        return inFleet(scene, fault).isPresent() ? Optional.empty() : Optional.of(true);
    }

    private static Optional<Boolean> settled(Scene scene) throws IOException {
        String state = scene.fleet.transactions(1).path(0).path("state").asText();
        return state.equals("REJECTED") || state.equals("COMPLETE_NO_PAPER") ? Optional.of(true) : Optional.empty();
    }
}
