package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.identity.ClaimResult;
import io.changbai.identity.FaceResult;
import io.changbai.journey.Intent.Kind;
import io.changbai.journey.Screen;
import io.changbai.resident.services.Submission;
import io.changbai.transactions.TransactionState;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People leave, touch twice, and come back. */
class WalkAwayTest {

    private static final Map<String, Consumer<Hall>> SCREENS = Map.ofEntries(
            Map.entry("choose", hall -> hall.touch(Kind.START)),
            Map.entry("notice", hall -> hall.toNotice(FakeServices.CERTIFICATE)),
            Map.entry("identify", hall -> hall.toIdentify(FakeServices.CERTIFICATE)),
            Map.entry("confirm", hall -> hall.toConfirm(FakeServices.CERTIFICATE, Hall.WANG)),
            Map.entry("field", Hall::toField),
            Map.entry("face consent", Hall::toFaceConsent),
            Map.entry("capture", Hall::toCapture),
            Map.entry("review", Hall::toReview),
            Map.entry("paper question", Hall::toPaperQuestion),
            Map.entry("take", Hall::toTake),
            Map.entry("not sent", hall -> {
                hall.toSubmitting();
                hall.submissionEnds(new Submission.NotDone(Submission.Why.PLATFORM_UNREACHABLE));
            }),
            Map.entry("stopped", hall -> {
                hall.toFaceConsent();
                hall.touch(Kind.REFUSE);
            }));

    private final Hall hall = new Hall();

    static Stream<String> screens() {
        return SCREENS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whoWalksAwayIsWarnedAndThenWiped(String screen) {
        SCREENS.get(screen).accept(hall);
        int warned = 0;
        for (int second = 0; second < 90 && !(hall.screen() instanceof Screen.End); second++) {
            hall.waits(1);
            warned += hall.journey.view().secondsLeft().isPresent() ? 1 : 0;
        }
        hall.shows(Screen.End.class);
        hall.isWiped();
        assertThat(warned).as("seconds of warning (WCAG 2.2.1)").isGreaterThanOrEqualTo(19);
        hall.waits(3);
        hall.shows(Screen.Attract.class);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void endWipesAtOnce(String screen) {
        SCREENS.get(screen).accept(hall);
        hall.touch(Kind.END);
        hall.shows(Screen.End.class);
        hall.isWiped();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void stillHereTakesTheWarningAwayAsOftenAsOneLikes(String screen) {
        SCREENS.get(screen).accept(hall);
        Screen before = hall.screen();
        for (int times = 0; times < 12; times++) {
            while (hall.journey.view().secondsLeft().isEmpty()) {
                hall.waits(1);
            }
            hall.touch(Kind.STILL_HERE);
            assertThat(hall.journey.view().secondsLeft()).isEmpty();
        }
        assertThat(hall.screen()).isEqualTo(before);
    }

    @Test
    void theWarningCountsDownFromThirty() {
        hall.toReview();
        hall.waits(60);
        assertThat(hall.journey.view().secondsLeft()).isEqualTo(OptionalInt.of(30));
        hall.waits(29);
        assertThat(hall.journey.view().secondsLeft()).isEqualTo(OptionalInt.of(1));
        hall.waits(1);
        hall.isWiped();
    }

    @Test
    void aTouchAimedAtTheQuestionCountsWhileTheWarningTicks() {
        hall.toReview();
        hall.waits(60);
        long seen = hall.journey.view().revision();
        hall.waits(2);
        hall.touchSeeing(seen, Kind.AGREE, "");
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("submitting"));
    }

    @Test
    void nothingInMotionTimesOutOrCanBeTouched() {
        hall.toSubmitting();
        for (Kind kind : Kind.values()) {
            hall.touch(kind, kind == Kind.CHOOSE_LANGUAGE ? "en" : "yes");
        }
        hall.waits(170);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("submitting"));
        assertThat(hall.journey.view().secondsLeft()).isEmpty();
        hall.accepted(FakeServices.CERTIFICATE);
        hall.touch(Kind.END);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-document"));
    }

    @Test
    void aDoubleTouchAnswersOneQuestion() {
        hall.toNotice(FakeServices.CERTIFICATE);
        hall.touch(Kind.BACK);
        hall.touch(Kind.CHOOSE_SERVICE, "participation-certificate");
        long seen = hall.journey.view().revision();
        hall.touchSeeing(seen, Kind.AGREE, "");
        hall.claims(Hall.WANG);
        hall.touchSeeing(seen, Kind.AGREE, "");
        hall.shows(Screen.ConfirmPerson.class);
    }

    @Test
    void aDoubleTouchOnReviewSubmitsOnce() {
        hall.toReview();
        long seen = hall.journey.view().revision();
        hall.touchSeeing(seen, Kind.AGREE, "");
        hall.touchSeeing(seen, Kind.AGREE, "");
        assertThat(hall.services.submissions).isEqualTo(1);
    }

    @Test
    void touchesFromTheFutureAreDropped() {
        hall.touchSeeing(hall.journey.view().revision() + 1, Kind.START, "");
        hall.shows(Screen.Attract.class);
    }

    @Test
    void valuesThatWereNotOfferedAreDropped() {
        hall.toField();
        hall.touch(Kind.CHOOSE, "1900-01/2100-01");
        hall.shows(Screen.ChooseField.class);
    }

    @Test
    void leavingCallsTheReadersOffAndTheirLateCardIsNobodys() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        var abandoned = hall.identity.claim;
        hall.touch(Kind.END);
        assertThat(abandoned.cancelled).isTrue();
        hall.waits(3);
        hall.toIdentify(FakeServices.CERTIFICATE);
        abandoned.presented.complete(null);
        abandoned.result.complete(new ClaimResult.Claimed(Hall.WANG));
        hall.time.settle();
        hall.shows(Screen.Identify.class);
        assertThat(hall.journey.visit().person).isNull();
    }

    @Test
    void leavingCallsTheCameraOffAndItsLateVerdictIsNobodys() {
        hall.toCapture();
        var abandoned = hall.identity.verification;
        hall.waits(90);
        assertThat(abandoned.cancelled).isTrue();
        hall.waits(3);
        hall.toFaceConsent();
        abandoned.result.complete(new FaceResult.Verified("late"));
        hall.time.settle();
        hall.shows(Screen.FaceConsent.class);
        assertThat(hall.journey.visit().faceProof).isNull();
    }

    @Test
    void paperThatIsNotTakenIsClosedForTheTransaction() {
        hall.toTake();
        hall.waits(60);
        hall.isWiped();
        assertThat(hall.lastState()).isEqualTo(TransactionState.COMPLETE);
    }

    @Test
    void stoppingTheApplicationWipesTheVisit() throws Exception {
        hall.toReview();
        Visit visit = hall.journey.visit();
        hall.journey.deactivate();
        hall.time.settle();
        assertThat(visit.isWiped()).isTrue();
        assertThat(visit.token.isLive()).isFalse();
    }
}
