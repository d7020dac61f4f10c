package io.changbai.journey.internal;

import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimResult.Why;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.identity.Identity;
import io.changbai.identity.Person;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** From the attract screen to a verified person: what each of these states does when it is entered. */
final class Beginning {

    private final VisitMachine machine;
    private final Capabilities capabilities;
    private final Identity identity;

    Beginning(VisitMachine machine, Capabilities capabilities, Identity identity) {
        this.machine = machine;
        this.capabilities = capabilities;
        this.identity = identity;
    }

    void register() {
        machine.on(VisitState.ATTRACT, this::attract);
        machine.on(VisitState.OUT_OF_SERVICE, this::outOfService);
        machine.on(VisitState.CHOOSE, () -> machine.watch(() -> {}));
        machine.on(VisitState.IDENTIFY, this::identify);
        machine.on(VisitState.FACE_CONSENT, this::faceConsent);
        machine.on(VisitState.CAPTURE, this::capture);
    }

    private void attract() {
        machine.renewVisit();
        if (isOutOfService()) {
            machine.fire(VisitEvent.SERVICE_LOST);
            return;
        }
        machine.watch(() -> {
            if (isOutOfService()) {
                machine.fire(VisitEvent.SERVICE_LOST);
            }
        });
    }

    private void outOfService() {
        machine.renewVisit();
        machine.watch(() -> {
            if (!isOutOfService()) {
                machine.fire(VisitEvent.SERVICE_BACK);
            }
        });
    }

    private boolean isOutOfService() {
        return !capabilities.reasonsOutOfService(capabilities.tiles()).isEmpty();
    }

    private void identify() {
        if (identity.waysNow().isEmpty()) {
            machine.visit().problem = "problem.not-available";
            machine.fire(VisitEvent.TRIES_SPENT);
        } else if (machine.visit().identifyProblem == null) {
            arm(false);
        } else {
            // time to read what was wrong: a card that still lies there would spend the next try at once
            machine.later(machine.timers().rearm(), () -> arm(capabilities.cardPresent()));
        }
    }

    /**
     * Arms the readers.
     *
     * @param spoiled a card that was no good is still in the slot; the slot is armed again only when it is out
     */
    private void arm(boolean spoiled) {
        Set<ClaimWay> ways = new LinkedHashSet<>(identity.waysNow());
        if (spoiled) {
            ways.remove(ClaimWay.SOCIAL_CARD);
        }
        machine.watch(() -> {
            if (spoiled && !capabilities.cardPresent()) {
                machine.fire(VisitEvent.NOT_CLAIMED);
            }
        });
        if (!ways.isEmpty()) {
            machine.await(
                    identity.claim(ways, machine.timers().reader()),
                    result -> result.match(this::claimed, this::notClaimed));
        }
    }

    private ClaimResult claimed(Person person) {
        machine.visit().person = person;
        machine.fire(VisitEvent.CLAIMED);
        return null;
    }

    private ClaimResult notClaimed(Why why) {
        if (why == Why.NOTHING_PRESENTED || why == Why.CANCELLED) {
            // nobody's fault: armed again, and not in a spin should a reader give up at once
            machine.later(machine.timers().look(), () -> machine.fire(VisitEvent.NOT_CLAIMED));
            return null;
        }
        failedToIdentify(
                machine,
                "identify." + why,
                why == Why.PLATFORM_SILENT ? "problem.platform-silent" : "problem.identify-other-ways",
                VisitEvent.NOT_CLAIMED);
        return null;
    }

    /** Counts one try; after the last one other ways are offered. */
    static void failedToIdentify(VisitMachine machine, String problem, String afterLast, VisitEvent again) {
        Visit visit = machine.visit();
        visit.person = null;
        visit.identifyTries++;
        visit.identifyProblem = problem;
        if (visit.identifyTries < Screens.TRIES) {
            machine.fire(again);
        } else {
            visit.problem = afterLast;
            machine.fire(VisitEvent.TRIES_SPENT);
        }
    }

    private void faceConsent() {
        if (machine.visit().faceProof != null) {
            machine.fire(VisitEvent.VERIFIED);
        }
    }

    private void capture() {
        String consentId = UUID.randomUUID().toString();
        machine.visit().faceHint = null;
        Consumer<FaceHint> hints = machine.whileHere(this::hinted);
        machine.await(
                identity.verifyFace(machine.visit().person, consentId, hints),
                result -> result.match(this::verified, this::notVerified));
    }

    private void hinted(FaceHint hint) {
        machine.visit().faceHint = "guide." + hint;
        machine.publish();
    }

    private FaceResult verified(String proof) {
        machine.visit().faceProof = proof;
        machine.fire(VisitEvent.VERIFIED);
        return null;
    }

    private FaceResult notVerified(FaceResult.Why why) {
        Visit visit = machine.visit();
        visit.faceTries++;
        visit.faceProblem = why == FaceResult.Why.CANCELLED ? "face.CAMERA_FAILED" : "face." + why;
        if (visit.faceTries < Screens.TRIES) {
            machine.fire(VisitEvent.NOT_VERIFIED);
        } else {
            visit.problem =
                    why == FaceResult.Why.PLATFORM_SILENT ? "problem.platform-silent" : "problem.face-other-ways";
            machine.fire(VisitEvent.TRIES_SPENT);
        }
        return null;
    }
}
