package io.changbai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.changbai.acceptance.stack.FleetClient;
import io.changbai.acceptance.stack.Stack;
import io.changbai.acceptance.visit.BenchClient;
import io.changbai.acceptance.visit.KioskPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hands, eyes and the operator's view for one test; begins with a healthy bench and an idle kiosk. */
final class Scene implements AutoCloseable {

    static final String CERTIFICATE = "participation-certificate";
    static final String CERTIFICATION = "pension-certification";

    final Stack stack;
    final BenchClient bench;
    final FleetClient fleet;
    KioskPage kiosk;

    private Scene(Stack stack) throws IOException {
        this.stack = stack;
        this.bench = new BenchClient(stack.state().bench());
        this.fleet = new FleetClient(stack.state().fleet());
        bench.reset();
        script("/reset", Map.of());
        this.kiosk = KioskPage.open(stack.state().kiosk());
    }

    static Scene begin(Stack stack) throws IOException {
        Scene scene = new Scene(stack);
        scene.kiosk.awaitIdle(40);
        scene.awaitTile(CERTIFICATE, true);
        return scene;
    }

    /** From attract to the review of a certificate. */
    void reviewOfACertificate() throws IOException {
        beforeTheCamera();
        kiosk.await(40, "review");
    }

    /** From attract to the camera that looks, with the right person before it. */
    void beforeTheCamera() throws IOException {
        identifiedForACertificate();
        kiosk.touchLast("CHOOSE");
        kiosk.await(5, "face-consent");
        bench.act("face-camera", "show", Map.of("resident", "wang-min"));
        kiosk.touch("AGREE");
    }

    /** From attract to the first field of a certificate. */
    void identifiedForACertificate() throws IOException {
        askedForACard();
        bench.act("id-card-reader", "present", Map.of("resident", "wang-min"));
        kiosk.await(15, "confirm-person");
        bench.act("id-card-reader", "lift");
        kiosk.touch("AGREE");
        kiosk.await(5, "choose-field");
    }

    /** From attract to the submission of a pension certification, which needs no review. */
    void submittedACertification() throws IOException {
        kiosk.touch("START");
        kiosk.await(5, "choose");
        kiosk.touch("CHOOSE_SERVICE", CERTIFICATION);
        kiosk.await(5, "notice");
        kiosk.touch("AGREE");
        kiosk.await(5, "identify");
        bench.act("id-card-reader", "present", Map.of("resident", "li-guilan"));
        kiosk.await(15, "confirm-person");
        bench.act("id-card-reader", "lift");
        kiosk.touch("AGREE");
        kiosk.await(5, "face-consent");
        bench.act("face-camera", "show", Map.of("resident", "li-guilan"));
        kiosk.touch("AGREE");
    }

    void askedForACard() throws IOException {
        kiosk.touch("START");
        kiosk.await(5, "choose");
        kiosk.touch("CHOOSE_SERVICE", CERTIFICATE);
        kiosk.await(5, "notice");
        kiosk.touch("AGREE");
        kiosk.await(5, "identify");
    }

    /** Waits until a tile of the attract screen can, or cannot, be touched. */
    void awaitTile(String service, boolean works) throws IOException {
        String selector = "[data-intent=CHOOSE_SERVICE][data-value='" + service + "']";
        await(Duration.ofSeconds(30), "tile " + service + " works=" + works, () -> {
            boolean there = kiosk.page()
                            .locator(selector + ":not([disabled]):not([aria-disabled=true])")
                            .count()
                    > 0;
            return there == works ? Optional.of(true) : Optional.empty();
        });
    }

    /** Tells the sandbox how to misbehave. */
    void script(String path, Map<String, ?> body) throws IOException {
        try {
            String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(stack.state().sandbox() + "/api/script" + path))
                                    .POST(BodyPublishers.ofString(json))
                                    .build(),
                            BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("sandbox answered " + response.statusCode() + ": " + response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The newest transaction of the certificate service in fleet, once it is in one of these states. */
    JsonNode awaitTransaction(String service, String... states) throws IOException {
        List<String> wanted = List.of(states);
        return await(Duration.ofSeconds(60), service + " " + wanted + " in fleet", () -> {
            for (JsonNode each : fleet.transactions(20)) {
                if (each.path("service").asText().equals(service)) {
                    return wanted.contains(each.path("state").asText()) ? Optional.of(each) : Optional.empty();
                }
            }
            return Optional.empty();
        });
    }

    /** Sheets that ever came out of a printer. */
    int printed(String printer) throws IOException {
        return bench.state().at("/devices/" + printer + "/papers").size();
    }

    /** Kills the terminal as a power cut does, starts it again, and looks at it with a new browser. */
    void powerCut() throws IOException {
        kiosk.close();
        stack.terminal().child().kill();
        stack.terminal().start();
        stack.refreshState();
        kiosk = KioskPage.open(stack.state().kiosk());
    }

    @FunctionalInterface
    interface Probe<T> {
        Optional<T> look() throws IOException;
    }

    static <T> T await(Duration patience, String what, Probe<T> probe) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = probe.look();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        throw new IOException("waited " + patience.toSeconds() + " s for " + what);
    }

    @Override
    public void close() throws IOException {
        kiosk.close();
        bench.reset();
        script("/reset", Map.of());
    }
}
