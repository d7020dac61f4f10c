package io.changbai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.changbai.acceptance.stack.FleetClient;
import io.changbai.acceptance.stack.Stack;
import io.changbai.acceptance.visit.KioskPage;
import io.changbai.acceptance.visit.VisitCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole visits in a real browser over real middleware, seen from fleet. */
@ExtendWith(RunningStack.class)
class VisitIT {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aWorkerPrintsTheParticipationCertificate(Stack stack) throws IOException {
        assertThat(play(stack, "certificate")).as(this::said).isTrue();
        assertThat(said()).containsPattern("VISIT certificate OK \\d+\\.\\d");
    }

    @Test
    void aPensionerCertifiesThatSheLives(Stack stack) throws IOException {
        assertThat(play(stack, "certification")).as(this::said).isTrue();
        assertThat(said()).containsPattern("VISIT certification OK \\d+\\.\\d");
    }

    @Test
    void theCodeOfAnElectronicCardIsAClaimToo(Stack stack) throws IOException {
        try (Scene scene = Scene.begin(stack)) {
            scene.askedForACard();
            scene.bench.act("qr-scanner", "hold", Map.of("resident", "wang-min"));
            scene.kiosk.await(20, "confirm-person");
            assertThat(scene.kiosk.text()).contains("王*民").doesNotContain("王小民");
            scene.kiosk.awaitIdle(20);
        }
    }

    @Test
    void fleetSeesTheTerminalWithAllItsDevices(Stack stack) throws IOException {
        JsonNode terminal = new FleetClient(stack.state().fleet()).terminal(Stack.TERMINAL);
        assertThat(terminal.toString())
                .contains(
                        "id-card-reader",
                        "social-card-reader",
                        "qr-scanner",
                        "face-camera",
                        "receipt-printer",
                        "document-printer");
    }

    @Test
    void aReloadInTheMiddleOfAVisitChangesNothing(Stack stack) throws IOException {
        try (KioskPage kiosk = KioskPage.open(stack.state().kiosk())) {
            kiosk.awaitIdle(30);
            kiosk.touch("START");
            kiosk.await(5, "choose");
            kiosk.touch("CHOOSE_SERVICE", "participation-certificate");
            kiosk.await(5, "notice");
            kiosk.reload();
            kiosk.await(5, "notice");
            kiosk.touch("REFUSE");
            kiosk.await(5, "problem");
            kiosk.awaitIdle(20);
        }
    }

    private boolean play(Stack stack, String visit) throws IOException {
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return VisitCommand.play(visit, stack.state(), out, Optional.empty());
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
