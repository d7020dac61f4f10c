package io.changbai.journey.internal;

import static io.changbai.transactions.TransactionState.ACCEPTED;
import static io.changbai.transactions.TransactionState.COMPLETE;
import static io.changbai.transactions.TransactionState.PRESENTED;
import static io.changbai.transactions.TransactionState.PRINTING;
import static io.changbai.transactions.TransactionState.REVIEWED;
import static io.changbai.transactions.TransactionState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.print.PaperOutlet;
import io.changbai.device.api.print.PrintResult;
import io.changbai.journey.Intent.Kind;
import io.changbai.journey.Screen;
import io.changbai.journey.VisitView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both services from approach to wiped. */
class GoodVisitTest {

    private final Hall hall = new Hall();

    @Test
    void aCertificateFromApproachToWiped() {
        assertThat(hall.shows(Screen.Attract.class).tiles()).allMatch(Screen.Tile::works);
        hall.touch(Kind.START);
        hall.shows(Screen.Choose.class);
        hall.touch(Kind.CHOOSE_SERVICE, "participation-certificate");
        hall.shows(Screen.Notice.class);
        hall.touch(Kind.AGREE);
        assertThat(hall.shows(Screen.Identify.class).ways()).contains("ID_CARD", "SOCIAL_CARD", "E_CARD_CODE");
        hall.identity.claim.presented.complete(null);
        hall.time.settle();
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("identifying"));
        hall.claims(Hall.WANG);
        assertThat(hall.screen()).isEqualTo(new Screen.ConfirmPerson("王*民", "890***********101X"));
        hall.touch(Kind.AGREE);
        assertThat(hall.shows(Screen.ChooseField.class).options()).hasSize(2);
        hall.touch(Kind.CHOOSE, "2023-11/2026-10");
        assertThat(hall.shows(Screen.FaceConsent.class).triesLeft()).isEqualTo(3);
        hall.touch(Kind.AGREE);
        hall.shows(Screen.Capture.class);
        hall.faceMatches();
        assertThat(hall.shows(Screen.Review.class).lines()).containsEntry("review.period", "2023-11/2026-10");
        hall.touch(Kind.AGREE);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("submitting"));
        assertThat(hall.services.submitted).containsEntry("period", "2023-11/2026-10");
        hall.accepted(FakeServices.CERTIFICATE);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-document"));
        hall.printed(hall.a4, new PrintResult.Printed(2));
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-receipt"));
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("document", "receipt");
        hall.touch(Kind.TAKEN);
        hall.shows(Screen.End.class);
        hall.isWiped();
        assertThat(hall.path()).containsExactly(REVIEWED, SUBMITTED, ACCEPTED, PRINTING, PRESENTED, COMPLETE);
        hall.waits(3);
        hall.shows(Screen.Attract.class);
    }

    @Test
    void aPensionIsCertifiedWithoutFieldsReviewOrDocument() {
        hall.toPensionSubmitting();
        hall.accepted(FakeServices.PENSION);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-receipt"));
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("receipt");
        assertThat(hall.a4.jobs).isEmpty();
        hall.touch(Kind.TAKEN);
        hall.isWiped();
        assertThat(hall.path()).containsExactly(REVIEWED, SUBMITTED, ACCEPTED, PRINTING, PRESENTED, COMPLETE);
    }

    @Test
    void aTileOnTheAttractScreenBeginsTheVisit() {
        hall.touch(Kind.CHOOSE_SERVICE, "pension-certification");
        assertThat(hall.shows(Screen.Notice.class).service()).isEqualTo("pension-certification");
    }

    @Test
    void theJobNamesTheTransactionAndItsTokenDiesWithTheVisit() {
        hall.toTake();
        String id = hall.transactions.steps().get(0).id();
        assertThat(hall.a4.jobs.get(0).jobId()).isEqualTo(id);
        assertThat(hall.receipts.jobs.get(0).jobId()).isEqualTo(id + "-r");
        assertThat(hall.a4.jobs.get(0).visit().isLive()).isTrue();
        hall.touch(Kind.TAKEN);
        assertThat(hall.a4.jobs.get(0).visit().isLive()).isFalse();
    }

    @Test
    void printIsOnDiskBeforeTheFirstByte() {
        hall.toPrinting();
        assertThat(hall.lastState()).isEqualTo(PRINTING);
    }

    @Test
    void twoVisitsHaveDifferentIds() {
        hall.toTake();
        hall.touch(Kind.TAKEN);
        hall.waits(3);
        hall.toTake();
        assertThat(hall.a4.jobs.get(0).visit().visitId())
                .isNotEqualTo(hall.a4.jobs.get(1).visit().visitId());
    }

    @Test
    void aReceiptThatTheOutletSawGoNeedsNoTouch() {
        hall.receipts.outlet = PaperOutlet.State.PRESENTED;
        hall.toPensionSubmitting();
        hall.accepted(FakeServices.PENSION);
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.waits(1);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("receipt");
        hall.receipts.outlet = PaperOutlet.State.EMPTY;
        hall.waits(1);
        hall.isWiped();
    }

    @Test
    void anOutletThatNeverSawTheReceiptDoesNotEndTheVisit() {
        hall.receipts.outlet = PaperOutlet.State.EMPTY;
        hall.toTake();
        hall.waits(2);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("document", "receipt");
    }

    @Test
    void theDocumentIsStillAskedForWhenTheReceiptIsGone() {
        hall.receipts.outlet = PaperOutlet.State.PRESENTED;
        hall.toTake();
        hall.waits(1);
        hall.receipts.outlet = PaperOutlet.State.EMPTY;
        hall.waits(1);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("document");
    }

    @Test
    void aCardInTheSlotIsTakenFirst() {
        hall.slot.card = true;
        hall.toTake();
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("card", "document", "receipt");
        hall.touch(Kind.TAKEN);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("card");
        hall.slot.card = false;
        hall.waits(1);
        hall.shows(Screen.End.class);
    }

    @Test
    void nobodyElseStartsWhileACardIsLeftInTheSlot() {
        hall.slot.card = true;
        hall.toTake();
        hall.waits(60);
        hall.shows(Screen.End.class);
        hall.isWiped();
        hall.waits(3);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("card");
        hall.waits(600);
        hall.touch(Kind.START);
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("card");
        hall.slot.card = false;
        hall.waits(4);
        hall.shows(Screen.Attract.class);
    }

    @Test
    void theLanguageIsChosenAnywhereAndForgottenWithTheVisit() {
        hall.touch(Kind.CHOOSE_LANGUAGE, "en");
        hall.shows(Screen.Attract.class);
        hall.touch(Kind.START);
        assertThat(hall.journey.view().language()).isEqualTo("en");
        hall.touch(Kind.CHOOSE_LANGUAGE, "zh-CN");
        assertThat(hall.journey.view().language()).isEqualTo("zh-CN");
        hall.touch(Kind.CHOOSE_LANGUAGE, "fr");
        assertThat(hall.journey.view().language()).isEqualTo("zh-CN");
        hall.touch(Kind.CHOOSE_LANGUAGE, "en");
        hall.touch(Kind.END);
        hall.waits(3);
        assertThat(hall.journey.view().language()).isEqualTo("zh-CN");
    }

    @Test
    void aLanguageChosenAndLeftIsForgottenOnTheAttractScreen() {
        hall.touch(Kind.CHOOSE_LANGUAGE, "en");
        hall.waits(45);
        assertThat(hall.journey.view().language()).isEqualTo("zh-CN");
    }

    @Test
    void backLosesNothingThatWasChosenOrVerified() {
        hall.toReview();
        hall.touch(Kind.BACK);
        hall.shows(Screen.ChooseField.class);
        hall.touch(Kind.CHOOSE, "2023-11/2026-10");
        assertThat(hall.shows(Screen.Review.class).lines()).containsEntry("review.period", "2023-11/2026-10");
    }

    @Test
    void backFromNoticeAndIdentifyAndCapture() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        var claim = hall.identity.claim;
        hall.touch(Kind.BACK);
        hall.shows(Screen.Notice.class);
        assertThat(claim.cancelled).isTrue();
        hall.touch(Kind.BACK);
        hall.shows(Screen.Choose.class);
        hall.touch(Kind.END);
        hall.waits(3);
        hall.toCapture();
        hall.touch(Kind.BACK);
        hall.shows(Screen.FaceConsent.class);
        assertThat(hall.identity.verification.cancelled).isTrue();
        hall.touch(Kind.BACK);
        hall.shows(Screen.ChooseField.class);
        hall.touch(Kind.BACK);
        hall.shows(Screen.ChooseField.class);
    }

    @Test
    void everyCaptureHasAConsentOfItsOwn() {
        hall.toCapture();
        String first = hall.identity.consentId;
        hall.touch(Kind.BACK);
        hall.touch(Kind.AGREE);
        assertThat(hall.identity.consentId).isNotEqualTo(first);
    }

    @Test
    void listenersHearThePresentViewAndEveryLaterOne() {
        List<VisitView> seen = new ArrayList<>();
        var subscription = hall.journey.onView(seen::add);
        hall.time.settle();
        assertThat(seen).hasSize(1);
        hall.touch(Kind.START);
        assertThat(seen).hasSize(2);
        subscription.close();
        hall.touch(Kind.END);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).revision()).isGreaterThan(seen.get(0).revision());
    }

    @Test
    void aListenerWithADefectDisturbsNobody() {
        hall.journey.onView(view -> {
            if (view.screen() instanceof Screen.Choose) {
                throw new IllegalStateException("listener");
            }
        });
        hall.toNotice(FakeServices.CERTIFICATE);
    }
}
