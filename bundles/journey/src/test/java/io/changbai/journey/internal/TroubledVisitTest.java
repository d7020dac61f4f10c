package io.changbai.journey.internal;

import static io.changbai.transactions.TransactionState.COMPLETE;
import static io.changbai.transactions.TransactionState.COMPLETE_NO_PAPER;
import static io.changbai.transactions.TransactionState.PRINT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.documents.Receipt;
import io.changbai.identity.ClaimResult.Why;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.journey.Intent.Kind;
import io.changbai.journey.Screen;
import io.changbai.resident.services.ResidentServices.Standing;
import io.changbai.resident.services.Submission;
import io.changbai.resident.services.Submission.NotDone;
import io.changbai.resident.services.Submission.NotKnown;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong, and the true screen for it. */
class TroubledVisitTest {

    private static final Transaction SILENT =
            new Transaction("case-1", "participation-certificate", TransactionState.SUBMIT_UNKNOWN, 3, null);
    private static final Receipt SLIP = new Receipt("待确认", List.of(), null, List.of());

    private final Hall hall = new Hall();

    // ---- before anything

    @Test
    void whatWouldHelpThePictureIsShownWhileTheCameraLooksAndOnlyThen() {
        hall.toCapture();
        assertThat(hall.shows(Screen.Capture.class).hint()).isNull();
        hall.identity.hints.accept(FaceHint.CLOSER);
        hall.time.settle();
        assertThat(hall.shows(Screen.Capture.class).hint()).isEqualTo("guide.CLOSER");
        hall.identity.hints.accept(FaceHint.MORE_LIGHT);
        hall.time.settle();
        assertThat(hall.shows(Screen.Capture.class).hint()).isEqualTo("guide.MORE_LIGHT");
        hall.faceFails(FaceResult.Why.NO_FACE);
        hall.identity.hints.accept(FaceHint.FURTHER);
        hall.time.settle();
        assertThat(hall.shows(Screen.FaceConsent.class).problem()).isEqualTo("face.NO_FACE");
        hall.touch(Kind.AGREE);
        assertThat(hall.shows(Screen.Capture.class).hint())
                .as("the next try begins anew")
                .isNull();
    }

    @Test
    void whatDoesNotWorkIsNotOffered() {
        hall.a4.availability = Availability.OFFLINE;
        hall.waits(1);
        List<Screen.Tile> tiles = hall.shows(Screen.Attract.class).tiles();
        assertThat(tiles.get(0).works()).isFalse();
        assertThat(tiles.get(0).reasons()).containsExactly("missing.DOCUMENT_PRINTER");
        assertThat(tiles.get(1).works()).isTrue();
        hall.touch(Kind.CHOOSE_SERVICE, "participation-certificate");
        hall.shows(Screen.Attract.class);
        hall.touch(Kind.CHOOSE_SERVICE, "no-such-service");
        hall.shows(Screen.Attract.class);
    }

    @Test
    void outOfServiceSaysWhyAndRecoversByItself() {
        hall.services.standing = new Standing(true, false, "银杏路大厅");
        hall.identity.ways = EnumSet.noneOf(ClaimWay.class);
        hall.waits(1);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.PLATFORM");
        hall.touch(Kind.START);
        hall.shows(Screen.OutOfService.class);
        hall.services.standing = new Standing(false, false, "");
        hall.transactions.refusing(true);
        hall.waits(1);
        assertThat(hall.shows(Screen.OutOfService.class).reasons())
                .containsExactly("missing.ENROLMENT", "missing.JOURNAL");
        hall.services.standing = new Standing(true, true, "银杏路大厅");
        hall.transactions.refusing(false);
        hall.waits(1);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.IDENTIFICATION");
        hall.identity.ways = EnumSet.allOf(ClaimWay.class);
        hall.waits(1);
        hall.shows(Screen.Attract.class);
    }

    @Test
    void noCameraAndNoReceiptPrinterStopEverything() {
        hall.identity.face = false;
        hall.journey.removeReceiptPrinter(hall.receipts);
        hall.waits(1);
        assertThat(hall.shows(Screen.OutOfService.class).reasons())
                .containsExactly("missing.RECEIPT_PRINTER", "missing.FACE");
    }

    @Test
    void whoRefusesTheNoticeIsToldOtherWays() {
        hall.toNotice(FakeServices.CERTIFICATE);
        hall.touch(Kind.REFUSE);
        hall.stopsWith("problem.notice-refused");
        assertThat(hall.identity.claims).isZero();
    }

    // ---- identify

    @ParameterizedTest
    @EnumSource(
            value = Why.class,
            names = {
                "UNREADABLE",
                "WRONG_CARD",
                "UNSUPPORTED_DOCUMENT",
                "CARD_NOT_VERIFIED",
                "BANK_CARD",
                "CARD_LOCKED",
                "CARD_NEEDS_AUTHENTICATION",
                "CARD_REMOVED",
                "CODE_REFUSED",
                "NOBODY_KNOWN",
                "DEVICE_FAILED"
            })
    void threeFailedTriesLeadToOtherWays(Why why) {
        hall.toIdentify(FakeServices.CERTIFICATE);
        hall.claimFails(why);
        assertThat(hall.shows(Screen.Identify.class).problem()).isEqualTo("identify." + why);
        assertThat(hall.shows(Screen.Identify.class).triesLeft()).isEqualTo(2);
        hall.claimFails(why);
        hall.claimFails(why);
        hall.stopsWith("problem.identify-other-ways");
    }

    @Test
    void aSilentPlatformIsNotThePersonsFault() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        hall.claimFails(Why.PLATFORM_SILENT);
        hall.claimFails(Why.PLATFORM_SILENT);
        hall.claimFails(Why.PLATFORM_SILENT);
        hall.stopsWith("problem.platform-silent");
    }

    @Test
    void readersThatGiveUpAreArmedAgainWithoutCostingATryOrSpinning() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        hall.claimFails(Why.NOTHING_PRESENTED);
        assertThat(hall.identity.claims).isEqualTo(1);
        hall.waits(1);
        assertThat(hall.identity.claims).isEqualTo(2);
        assertThat(hall.shows(Screen.Identify.class).triesLeft()).isEqualTo(3);
    }

    @Test
    void aBankCardLeftInTheSlotSpendsOneTryOnly() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        hall.slot.card = true;
        hall.claimFails(Why.WRONG_CARD);
        assertThat(hall.identity.armed).containsExactlyInAnyOrder(ClaimWay.ID_CARD, ClaimWay.E_CARD_CODE);
        hall.waits(5);
        assertThat(hall.shows(Screen.Identify.class).triesLeft()).isEqualTo(2);
        hall.slot.card = false;
        hall.waits(3);
        assertThat(hall.identity.armed).contains(ClaimWay.SOCIAL_CARD);
        assertThat(hall.shows(Screen.Identify.class).problem()).isEqualTo("identify.WRONG_CARD");
    }

    @Test
    void whenNoReaderWorksAnyMoreThePersonIsToldSo() {
        hall.toNotice(FakeServices.CERTIFICATE);
        hall.identity.ways = EnumSet.noneOf(ClaimWay.class);
        hall.touch(Kind.AGREE);
        hall.stopsWith("problem.not-available");
        assertThat(hall.identity.claims).isZero();
    }

    @Test
    void thatIsNotMeAsksForAnotherCard() {
        hall.toConfirm(FakeServices.CERTIFICATE, Hall.WANG);
        hall.touch(Kind.REFUSE);
        assertThat(hall.shows(Screen.Identify.class).problem()).isEqualTo("identify.NOT_ME");
        assertThat(hall.journey.visit().person).isNull();
    }

    @Test
    void whoIsNoPensionerIsToldSo() {
        hall.toConfirm(FakeServices.PENSION, Hall.WANG);
        hall.touch(Kind.AGREE);
        hall.stopsWith("problem.not-a-pensioner");
        hall.touch(Kind.AGREE);
        hall.isWiped();
    }

    // ---- face

    @Test
    void threeMismatchesLeadToOtherWaysWithoutBlame() {
        hall.toCapture();
        hall.faceFails(FaceResult.Why.MISMATCH);
        assertThat(hall.shows(Screen.FaceConsent.class).problem()).isEqualTo("face.MISMATCH");
        hall.touch(Kind.AGREE);
        hall.faceFails(FaceResult.Why.NO_FACE);
        hall.touch(Kind.AGREE);
        hall.faceFails(FaceResult.Why.MISMATCH);
        hall.stopsWith("problem.face-other-ways");
        assertThat(hall.services.submissions).isZero();
    }

    @Test
    void whoRefusesTheFaceIsToldOtherWays() {
        hall.toFaceConsent();
        hall.touch(Kind.REFUSE);
        hall.stopsWith("problem.face-refused");
        assertThat(hall.identity.verification).isNull();
    }

    // ---- submit

    @Test
    void printersAreLookedAtAgainBeforeAnythingIsSent() {
        hall.toReview();
        hall.a4.availability = Availability.OFFLINE;
        hall.touch(Kind.AGREE);
        hall.stopsWith("problem.not-available");
        assertThat(hall.services.submissions).isZero();
        hall.a4.availability = Availability.ONLINE;
        hall.touch(Kind.RETRY);
        hall.shows(Screen.Review.class);
    }

    @Test
    void withoutALinkNothingHappenedAndOneMayTryAgain() {
        hall.toSubmitting();
        hall.submissionEnds(new NotDone(Submission.Why.PLATFORM_UNREACHABLE));
        hall.stopsWith("problem.platform-unreachable");
        assertThat(hall.shows(Screen.Problem.class).canRetry()).isTrue();
        hall.touch(Kind.RETRY);
        hall.touch(Kind.AGREE);
        assertThat(hall.services.submissions).isEqualTo(2);
    }

    @Test
    void refusalAndFaultAreEnds() {
        hall.toSubmitting();
        hall.submissionEnds(new NotDone(Submission.Why.REFUSED_BY_PLATFORM));
        hall.stopsWith("problem.refused-by-platform");
        assertThat(hall.shows(Screen.Problem.class).canRetry()).isFalse();
        hall.touch(Kind.END);
        hall.waits(3);
        hall.toSubmitting();
        hall.submissionEnds(new NotDone(Submission.Why.TERMINAL_FAULT));
        hall.stopsWith("problem.terminal-fault");
    }

    @Test
    void whatNobodyKnowsIsSaidWithItsCaseNumberOnASlip() {
        hall.toSubmitting();
        hall.submissionEnds(new NotKnown(SILENT, SLIP));
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-receipt"));
        assertThat(hall.receipts.jobs.get(0).jobId()).isEqualTo("case-1-r");
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.screen()).isEqualTo(new Screen.Problem("problem.submit-unknown", "case-1", false));
        assertThat(hall.a4.jobs).isEmpty();
        hall.touch(Kind.END);
        hall.isWiped();
    }

    @Test
    void theCaseNumberIsShownAlsoWithoutASlip() {
        hall.toSubmitting();
        hall.receipts.availability = Availability.OFFLINE;
        hall.submissionEnds(new NotKnown(SILENT, SLIP));
        assertThat(hall.screen()).isEqualTo(new Screen.Problem("problem.submit-unknown", "case-1", false));
    }

    @Test
    void aSilentSubmissionIsAskedAboutLater() {
        hall.background.remove(0).run();
        hall.time.settle();
        hall.toSubmitting();
        hall.submissionEnds(new NotKnown(SILENT, SLIP));
        assertThat(hall.background).isEmpty();
        hall.waits(60);
        assertThat(hall.background).hasSize(1);
    }

    @Test
    void aSubmissionThatNeverEndsIsShownAsNotKnown() {
        hall.toSubmitting();
        hall.waits(180);
        hall.stopsWith("problem.submit-unknown");
        assertThat(hall.a4.jobs).isEmpty();
    }

    @Test
    void aDefectBelowEndsTheVisitWiped() {
        hall.toReview();
        hall.services.defective = true;
        hall.touch(Kind.AGREE);
        hall.shows(Screen.End.class);
        hall.isWiped();
        hall.waits(3);
        hall.shows(Screen.Attract.class);
    }

    // ---- paper

    @Test
    void aPrinterThatFailsAfterTheSubmissionIsNotSentAByte() {
        hall.toSubmitting();
        hall.a4.availability = Availability.OFFLINE;
        hall.accepted(FakeServices.CERTIFICATE);
        assertThat(hall.a4.jobs).isEmpty();
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.screen()).isEqualTo(new Screen.Problem("problem.not-printed", "CB-2026-0000001", false));
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
    }

    @Test
    void notPrintedIsSaidWithTheNumberToFetchItBy() {
        hall.toPrinting();
        hall.printed(hall.a4, new PrintResult.NotPrinted(Reason.PAPER_OUT));
        hall.printed(hall.receipts, new PrintResult.NotPrinted(Reason.PAPER_OUT));
        assertThat(hall.screen()).isEqualTo(new Screen.Problem("problem.not-printed", "CB-2026-0000001", false));
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
        assertThat(hall.a4.jobs).hasSize(1);
    }

    @Test
    void aCertificateWithoutItsContentIsFetchedElsewhere() {
        hall.toSubmitting();
        Submission.Done done = FakeServices.done(hall.transactions, FakeServices.CERTIFICATE);
        hall.submissionEnds(new Submission.Done(done.transaction(), Optional.empty(), done.receipt(), done.facts()));
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.screen()).isEqualTo(new Screen.Problem("problem.not-printed", "CB-2026-0000001", false));
        assertThat(hall.a4.jobs).isEmpty();
    }

    @Test
    void aFullDiskPrintsNothing() {
        hall.toSubmitting();
        Submission.Done done = FakeServices.done(hall.transactions, FakeServices.CERTIFICATE);
        hall.transactions.refusing(true);
        hall.submissionEnds(done);
        assertThat(hall.a4.jobs).isEmpty();
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.stopsWith("problem.not-printed");
    }

    @Test
    void unknownIsAskedAndSeenPrintedCompletes() {
        hall.toPaperQuestion();
        assertThat(hall.screen()).isEqualTo(new Screen.PaperQuestion("CB-2026-0000001"));
        assertThat(hall.lastState()).isEqualTo(PRINT_UNKNOWN);
        hall.touch(Kind.PAPER_SEEN, "maybe");
        hall.shows(Screen.PaperQuestion.class);
        hall.touch(Kind.PAPER_SEEN, "yes");
        assertThat(hall.lastState()).isEqualTo(COMPLETE);
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("document", "receipt");
        assertThat(hall.a4.jobs).hasSize(1);
    }

    @Test
    void unknownAndNotSeenIsNeverPrintedAgain() {
        hall.toPaperQuestion();
        hall.touch(Kind.PAPER_SEEN, "no");
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.stopsWith("problem.not-printed");
        assertThat(hall.a4.jobs).hasSize(1);
    }

    @Test
    void aDiskThatFillsUpWhilePrintingEndsNoVisit() {
        hall.toPrinting();
        hall.transactions.refusing(true);
        hall.printed(hall.a4, new PrintResult.Unknown(Reason.NO_ANSWER, 0));
        hall.touch(Kind.PAPER_SEEN, "yes");
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.shows(Screen.Take.class);
        hall.touch(Kind.TAKEN);
        hall.isWiped();
        assertThat(hall.lastState()).as("left to reconciliation").isEqualTo(TransactionState.PRINTING);
    }

    @Test
    void nobodyAnswersThePaperQuestion() {
        hall.toPaperQuestion();
        hall.waits(90);
        hall.isWiped();
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
        assertThat(hall.a4.jobs).hasSize(1);
    }

    @Test
    void aPrinterThatNeverEndsIsUnknownAndItsLateWordIsDropped() {
        hall.toPrinting();
        hall.waits(40 + 12);
        hall.shows(Screen.PaperQuestion.class);
        hall.printed(hall.a4, new PrintResult.Printed(2));
        hall.shows(Screen.PaperQuestion.class);
    }

    @Test
    void aReceiptThatFailsDoesNotFailTheVisit() {
        hall.toPrinting();
        hall.printed(hall.a4, new PrintResult.Printed(2));
        hall.printed(hall.receipts, new PrintResult.Unknown(Reason.CUTTER, 0));
        Screen.Take take = hall.shows(Screen.Take.class);
        assertThat(take.items()).containsExactly("document");
        assertThat(take.facts()).containsKey("fact.receiptMissing");
        hall.touch(Kind.TAKEN);
        assertThat(hall.lastState()).isEqualTo(COMPLETE);
    }

    @Test
    void aReceiptPrinterThatIsGoneDoesNotFailTheVisit() {
        hall.toPrinting();
        hall.receipts.availability = Availability.NO_DEVICE;
        hall.printed(hall.a4, new PrintResult.Printed(2));
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("document");
    }

    @Test
    void aCertificationWithoutItsReceiptIsStillCertified() {
        hall.toPensionSubmitting();
        hall.accepted(FakeServices.PENSION);
        hall.printed(hall.receipts, new PrintResult.NotPrinted(Reason.PAPER_OUT));
        Screen.Take take = hall.shows(Screen.Take.class);
        assertThat(take.items()).isEmpty();
        assertThat(take.facts()).containsKeys("fact.caseNumber", "fact.receiptMissing");
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
    }

    @Test
    void aCertificationReceiptNobodyKnowsOfIsAskedAndNeverPrintedAgain() {
        hall.toPensionSubmitting();
        hall.accepted(FakeServices.PENSION);
        hall.printed(hall.receipts, new PrintResult.Unknown(Reason.NO_ANSWER, 0));
        hall.shows(Screen.PaperQuestion.class);
        hall.touch(Kind.PAPER_SEEN, "no");
        hall.stopsWith("problem.receipt-not-printed");
        assertThat(hall.receipts.jobs).hasSize(1);
        assertThat(hall.lastState()).isEqualTo(COMPLETE_NO_PAPER);
    }

    @Test
    void aCertificationReceiptSomebodySawIsNotPrintedAgain() {
        hall.toPensionSubmitting();
        hall.accepted(FakeServices.PENSION);
        hall.printed(hall.receipts, new PrintResult.Unknown(Reason.NO_ANSWER, 0));
        hall.touch(Kind.PAPER_SEEN, "yes");
        assertThat(hall.shows(Screen.Take.class).items()).containsExactly("receipt");
        assertThat(hall.receipts.jobs).hasSize(1);
        assertThat(hall.lastState()).isEqualTo(COMPLETE);
    }
}
