package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.print.PrintResult;
import io.changbai.documents.Certificate;
import io.changbai.documents.Documents;
import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.documents.ReceiptLine;
import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceResult;
import io.changbai.identity.Person;
import io.changbai.journey.Intent;
import io.changbai.journey.Screen;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.Submission;
import io.changbai.transactions.InMemoryTransactions;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** A lobby with one terminal: the journey over fakes of every door, and the sentences people and devices say to it. */
final class Hall {

    static final Person WANG = person(false);
    static final Person PENSIONER = person(true);

    final LedTime time = new LedTime();
    final FakeIdentity identity = new FakeIdentity();
    final FakeServices services = new FakeServices();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final FakePeripheral.A4 a4 = new FakePeripheral.A4();
    final FakePeripheral.Receipts receipts = new FakePeripheral.Receipts();
    final FakePeripheral.Slot slot = new FakePeripheral.Slot();
    final List<Runnable> background = new ArrayList<>();
    VisitJourney journey;

    Hall() {
        switchOn();
    }

    private static Person person(boolean pensioner) {
        return new Person(
                "p1",
                "王*民",
                "890***********101X",
                List.of("PENSION"),
                "2015-01",
                "2026-10",
                pensioner,
                ClaimWay.ID_CARD);
    }

    void switchOn() {
        journey = new VisitJourney(rooms(), Timers.STANDARD, "zh-CN", time, new Collected(background));
        journey.addDocumentPrinter(a4);
        journey.addReceiptPrinter(receipts);
        journey.addSocialCardReader(slot);
        time.settle();
    }

    VisitJourney.Rooms rooms() {
        return new VisitJourney.Rooms(identity, services, transactions, new NoPaper());
    }

    /** The process is gone in this moment; a new one starts over the same disk and devices. */
    void killAndRestart() {
        time.forgetAll();
        background.clear();
        a4.running = null;
        receipts.running = null;
        switchOn();
    }

    // ---- what people do

    void touch(Intent.Kind kind) {
        touch(kind, "");
    }

    void touch(Intent.Kind kind, String value) {
        touchSeeing(journey.view().revision(), kind, value);
    }

    void touchSeeing(long revision, Intent.Kind kind, String value) {
        journey.intent(new Intent(revision, kind, value));
        time.settle();
    }

    void waits(int seconds) {
        time.lead(Duration.ofSeconds(seconds));
    }

    // ---- what rooms below say

    void claims(Person person) {
        identity.claim.presented.complete(null);
        time.settle();
        identity.claim.result.complete(new ClaimResult.Claimed(person));
        time.settle();
    }

    void claimFails(ClaimResult.Why why) {
        identity.claim.result.complete(new ClaimResult.NotClaimed(why));
        time.settle();
        if (why != ClaimResult.Why.NOTHING_PRESENTED) {
            time.lead(Timers.STANDARD.rearm());
        }
    }

    void faceMatches() {
        identity.verification.presented.complete(null);
        time.settle();
        identity.verification.result.complete(new FaceResult.Verified("proof-1"));
        time.settle();
    }

    void faceFails(FaceResult.Why why) {
        identity.verification.result.complete(new FaceResult.NotVerified(why));
        time.settle();
    }

    void submissionEnds(Submission submission) {
        services.submission.complete(submission);
        time.settle();
    }

    void accepted(ResidentService service) {
        submissionEnds(FakeServices.done(transactions, service));
    }

    void printed(FakePeripheral.Printer printer, PrintResult result) {
        printer.running.complete(result);
        time.settle();
    }

    // ---- on the way to

    void toNotice(ResidentService service) {
        touch(Intent.Kind.START);
        touch(Intent.Kind.CHOOSE_SERVICE, service.id());
        shows(Screen.Notice.class);
    }

    void toIdentify(ResidentService service) {
        toNotice(service);
        touch(Intent.Kind.AGREE);
        shows(Screen.Identify.class);
    }

    void toConfirm(ResidentService service, Person person) {
        toIdentify(service);
        claims(person);
        shows(Screen.ConfirmPerson.class);
    }

    void toField() {
        toConfirm(FakeServices.CERTIFICATE, WANG);
        touch(Intent.Kind.AGREE);
        shows(Screen.ChooseField.class);
    }

    void toFaceConsent() {
        toField();
        touch(Intent.Kind.CHOOSE, "2025-11/2026-10");
        shows(Screen.FaceConsent.class);
    }

    void toCapture() {
        toFaceConsent();
        touch(Intent.Kind.AGREE);
        shows(Screen.Capture.class);
    }

    void toReview() {
        toCapture();
        faceMatches();
        shows(Screen.Review.class);
    }

    void toSubmitting() {
        toReview();
        touch(Intent.Kind.AGREE);
        shows(Screen.Progress.class);
    }

    void toPrinting() {
        toSubmitting();
        accepted(FakeServices.CERTIFICATE);
        assertThat(screen()).isEqualTo(new Screen.Progress("printing-document"));
    }

    void toPaperQuestion() {
        toPrinting();
        printed(a4, new PrintResult.Unknown(PrintResult.Reason.NO_ANSWER, 0));
        shows(Screen.PaperQuestion.class);
    }

    void toTake() {
        toPrinting();
        printed(a4, new PrintResult.Printed(2));
        printed(receipts, new PrintResult.Printed(1));
        shows(Screen.Take.class);
    }

    void toPensionSubmitting() {
        toConfirm(FakeServices.PENSION, PENSIONER);
        touch(Intent.Kind.AGREE);
        touch(Intent.Kind.AGREE);
        faceMatches();
        assertThat(screen()).isEqualTo(new Screen.Progress("submitting"));
    }

    // ---- what can be seen

    Screen screen() {
        return journey.view().screen();
    }

    <S extends Screen> S shows(Class<S> expected) {
        assertThat(screen()).isInstanceOf(expected);
        return expected.cast(screen());
    }

    void stopsWith(String problem) {
        assertThat(shows(Screen.Problem.class).problem()).isEqualTo(problem);
    }

    void isWiped() {
        assertThat(journey.visit().isWiped()).isTrue();
        assertThat(journey.view().toString()).doesNotContain("王", "890", "CB-");
    }

    List<TransactionState> path() {
        List<Transaction> steps = transactions.steps();
        return transactions.path(steps.get(steps.size() - 1).id());
    }

    TransactionState lastState() {
        List<TransactionState> path = path();
        return path.get(path.size() - 1);
    }

    private static final class NoPaper implements Documents {
        @Override
        public Pages certificate(Certificate certificate) {
            throw new AssertionError("resident-services lays out certificates");
        }

        @Override
        public List<ReceiptLine> receipt(Receipt receipt, int columns) {
            return List.of(new ReceiptLine.Rule());
        }

        @Override
        public boolean canDraw(String text) {
            return true;
        }
    }

    /** Keeps background work until the test runs it. */
    private static final class Collected extends AbstractExecutorService {
        private final List<Runnable> work;

        Collected(List<Runnable> work) {
            this.work = work;
        }

        @Override
        public void execute(Runnable command) {
            work.add(command);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
