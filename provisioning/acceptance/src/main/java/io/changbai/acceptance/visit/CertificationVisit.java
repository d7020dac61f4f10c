package io.changbai.acceptance.visit;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A pensioner certifies that she lives, by social security card where its stack is there, else by ID card, and face. */
final class CertificationVisit implements Visit {

    static final String RESIDENT = "li-guilan";
    private static final String SERVICE = "pension-certification";

    @Override
    public void play(VisitRun run) throws IOException {
        KioskPage kiosk = run.kiosk();
        run.step("bench is healthy and the kiosk idle", () -> {
            run.bench().reset();
            kiosk.awaitIdle(30);
        });
        run.step("touch to begin", () -> {
            kiosk.touch("START");
            kiosk.await(5, "choose");
        });
        run.step("choose the pension certification", () -> {
            kiosk.touch("CHOOSE_SERVICE", SERVICE);
            kiosk.await(5, "notice");
        });
        run.step("agree to the notice", () -> {
            kiosk.touch("AGREE");
            kiosk.await(5, "identify");
        });
        run.step("put the card in", () -> {
            presentCard(run);
            kiosk.await(20, "confirm-person");
        });
        run.step("that is me", () -> kiosk.touch("AGREE"));
        run.step("agree to the face comparison and look", () -> {
            kiosk.await(5, "face-consent");
            run.bench().act("face-camera", "show", Map.of("resident", RESIDENT));
            kiosk.touch("AGREE");
        });
        run.step("the receipt comes out", () -> {
            if (kiosk.await(20, "review", "take").equals("review")) {
                kiosk.touch("AGREE");
            }
            kiosk.await(30, "take");
        });
        Paper.takeReceipt(run);
        run.step("take card and receipt; the visit is wiped", () -> {
            run.bench().act("social-card-reader", "remove");
            run.bench().act("id-card-reader", "lift");
            kiosk.touch("TAKEN");
            kiosk.await(15, "attract");
        });
        run.step(
                "the transaction is complete in fleet",
                () -> run.await(
                        Duration.ofSeconds(20),
                        "a COMPLETE transaction in fleet",
                        () -> CertificateVisit.completed(run.fleet(), SERVICE)));
    }

    private static void presentCard(VisitRun run) throws IOException {
        boolean socialCard = run.bench()
                .state()
                .at("/devices/social-card-reader/readerIsThere")
                .asBoolean();
        if (socialCard) {
            run.bench().act("social-card-reader", "insert", Map.of("resident", RESIDENT));
        } else {
            run.bench().act("id-card-reader", "present", Map.of("resident", RESIDENT));
        }
    }
}
