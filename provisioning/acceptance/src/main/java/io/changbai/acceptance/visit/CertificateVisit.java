package io.changbai.acceptance.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.changbai.acceptance.stack.FleetClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A worker prints the participation certificate: card, face, period, review, A4 and receipt. */
final class CertificateVisit implements Visit {

    static final String RESIDENT = "wang-min";
    private static final String SERVICE = "participation-certificate";

    @Override
    public void play(VisitRun run) throws IOException {
        KioskPage kiosk = run.kiosk();
        BenchClient bench = run.bench();
        run.step("bench is healthy and the kiosk idle", () -> {
            bench.reset();
            kiosk.awaitIdle(30);
        });
        run.step("touch to begin", () -> {
            kiosk.touch("START");
            kiosk.await(5, "choose");
        });
        run.step("choose the participation certificate", () -> {
            kiosk.touch("CHOOSE_SERVICE", SERVICE);
            kiosk.await(5, "notice");
        });
        run.step("agree to the notice", () -> {
            kiosk.touch("AGREE");
            kiosk.await(5, "identify");
        });
        identify(run);
        run.step("choose the longest period", () -> {
            kiosk.await(5, "choose-field");
            kiosk.touchLast("CHOOSE");
        });
        consentAndFace(run);
        run.step("review and confirm", () -> {
            kiosk.await(15, "review");
            kiosk.touch("AGREE");
        });
        run.step("certificate and receipt come out", () -> kiosk.await(45, "take"));
        Paper.takeBoth(run);
        run.step("take everything; the visit is wiped", () -> {
            kiosk.touch("TAKEN");
            kiosk.await(10, "end", "attract");
            kiosk.await(15, "attract");
        });
        run.step(
                "the transaction is complete in fleet",
                () -> run.await(
                        Duration.ofSeconds(20),
                        "a COMPLETE transaction in fleet",
                        () -> completed(run.fleet(), SERVICE)));
    }

    static void identify(VisitRun run) throws IOException {
        run.step("put the card on the reader", () -> {
            run.bench().act("id-card-reader", "present", Map.of("resident", RESIDENT));
            run.kiosk().await(15, "confirm-person");
            run.bench().act("id-card-reader", "lift");
        });
        run.step("that is me", () -> run.kiosk().touch("AGREE"));
    }

    static void consentAndFace(VisitRun run) throws IOException {
        run.step("agree to the face comparison and look", () -> {
            run.kiosk().await(5, "face-consent");
            run.bench().act("face-camera", "show", Map.of("resident", RESIDENT));
            run.kiosk().touch("AGREE");
        });
    }

    /** The newest transaction of a service, once it is complete. */
    static Optional<JsonNode> completed(FleetClient fleet, String service) throws IOException {
        for (JsonNode transaction : fleet.transactions(20)) {
            if (service.equals(transaction.path("service").asText())) {
                return "COMPLETE".equals(transaction.path("state").asText())
                        ? Optional.of(transaction)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
