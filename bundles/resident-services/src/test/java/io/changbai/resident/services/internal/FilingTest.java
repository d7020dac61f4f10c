package io.changbai.resident.services.internal;

import static io.changbai.transactions.TransactionState.ACCEPTED;
import static io.changbai.transactions.TransactionState.COMPLETE_NO_PAPER;
import static io.changbai.transactions.TransactionState.REJECTED;
import static io.changbai.transactions.TransactionState.REVIEWED;
import static io.changbai.transactions.TransactionState.SUBMITTED;
import static io.changbai.transactions.TransactionState.SUBMIT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.documents.Certificate;
import io.changbai.platform.link.Answer;
import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.IssueCertificate;
import io.changbai.resident.services.Performance;
import io.changbai.resident.services.Submission;
import io.changbai.resident.services.Submission.Done;
import io.changbai.resident.services.Submission.NotDone;
import io.changbai.resident.services.Submission.NotKnown;
import io.changbai.resident.services.Submission.Why;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTest {

    private static final Duration ALL_QUERIES = Duration.ofSeconds(31);

    private final Province province = new Province();

    @Test
    void aCertificateIsIssuedAndReadyToPrint() {
        Done done = done(province.certificate());
        assertThat(done.transaction().state()).isEqualTo(ACCEPTED);
        assertThat(done.transaction().reference()).isEqualTo("CB-2026-0000001");
        assertThat(done.document()).isPresent();
        assertThat(done.receipt().qr()).isEqualTo("https://verify.example/CB-2026-0000001");
        assertThat(done.facts()).containsEntry("fact.certificateNumber", "CB-2026-0000001");
        assertThat(path(done.transaction())).containsExactly(REVIEWED, SUBMITTED, ACCEPTED);
    }

    @Test
    void theTransactionIsTheIdempotencyKeyAndIsOnDiskBeforeItIsSent() {
        province.platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, question -> {
            IssueCertificate asked = (IssueCertificate) question.body();
            assertThat(province.transactions.path(asked.idempotencyKey())).containsExactly(REVIEWED, SUBMITTED);
            assertThat(asked.fromMonth()).isEqualTo("2025-11");
            assertThat(asked.terminalId()).isEqualTo("T-0001");
            return new Answer.NotSent();
        });
        assertThat(why(province.certificate())).isEqualTo(Why.PLATFORM_UNREACHABLE);
    }

    @Test
    void theCertificateReadsAsARealOneDoes() {
        Done done = done(province.certificate());
        Certificate page = province.laidOut.get(0);
        assertThat(page.title()).isEqualTo("社会保险参保缴费证明");
        assertThat(String.join("", page.statement())).contains("王小民", "89010119580312101X", "2025年11月至2026年10月");
        assertThat(page.rows()).containsExactly(List.of("2025-11", "2026-10", "12", "银杏木业有限公司", "养老", "5123.45"));
        assertThat(page.closing()).anyMatch(line -> line.contains("12个月"));
        assertThat(page.issuance()).anyMatch(line -> line.endsWith("2026年11月23日"));
        assertThat(page.footer()).contains("T-0001", done.transaction().id());
    }

    @Test
    void receiptsCarryTheMaskedNameOnly() {
        Done done = done(province.certificate());
        assertThat(done.receipt().fields()).noneMatch(field -> field.value().contains("王小民"));
        assertThat(done.receipt().fields()).anyMatch(field -> field.value().equals("王*民"));
    }

    @Test
    void aPensionIsCertifiedWithItsValidity() {
        Done done = done(province.pension());
        assertThat(done.document()).isEmpty();
        assertThat(done.facts())
                .containsEntry("fact.validUntil", "2027-11-23")
                .containsEntry("fact.caseNumber", "ZG-2026-0000001");
        assertThat(done.receipt().fields()).anyMatch(field -> field.value().equals("2027-11-23"));
        assertThat(done.receipt().qr()).isEqualTo("https://verify.example/ZG-1");
    }

    @Test
    void withoutASessionNothingHappened() {
        province.platform.disconnect();
        assertThat(why(province.certificate())).isEqualTo(Why.PLATFORM_UNREACHABLE);
        assertThat(lastState()).isEqualTo(REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void aRefusalIsARefusal(int code) {
        province.platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, code, null);
        assertThat(why(province.certificate())).isEqualTo(Why.REFUSED_BY_PLATFORM);
        assertThat(lastState()).isEqualTo(REJECTED);
    }

    @Test
    void aFullDiskSubmitsNothing() {
        province.transactions.refuseAfter(1);
        assertThat(why(province.certificate())).isEqualTo(Why.TERMINAL_FAULT);
        assertThat(province.asked()).isEmpty();
    }

    @Test
    void aDiskThatFillsUpAfterTheSendingPrintsNothing() {
        province.transactions.refuseAfter(2);
        assertThat(result(province.certificate())).isInstanceOf(NotKnown.class);
        assertThat(province.laidOut).isEmpty();
    }

    @Test
    void silenceIsAskedAboutThreeTimesAndThenGivenAsNotKnown() {
        province.platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);
        province.platform.silent(CoreApi.APP_ID, CoreApi.OUTCOME);
        CompletableFuture<Submission> submission = province.certificate();
        assertThat(lastState()).isEqualTo(SUBMIT_UNKNOWN);
        asksOutcome(0);
        province.time.lead(Duration.ofSeconds(3));
        asksOutcome(1);
        province.time.lead(Duration.ofSeconds(7));
        asksOutcome(2);
        province.time.lead(Duration.ofSeconds(19));
        asksOutcome(2);
        assertThat(submission).isNotDone();
        province.time.lead(Duration.ofSeconds(1));
        asksOutcome(3);
        NotKnown unknown = (NotKnown) result(submission);
        assertThat(unknown.slip().fields())
                .anyMatch(field -> field.value().equals(unknown.transaction().id()));
        assertThat(unknown.transaction().state()).isEqualTo(SUBMIT_UNKNOWN);
    }

    @Test
    void whatWasDoneInSilenceIsFetchedWithTheSameKey() {
        province.platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);
        province.outcome("DONE", "CB-2026-0000001");
        CompletableFuture<Submission> submission = province.certificate();
        province.platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, Province.ISSUED);
        province.time.lead(Duration.ofSeconds(3));
        Done done = done(submission);
        assertThat(done.document()).isPresent();
        List<String> keys = province.platform.asked().stream()
                .filter(question -> question.body() instanceof IssueCertificate)
                .map(question -> ((IssueCertificate) question.body()).idempotencyKey())
                .toList();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
        assertThat(path(done.transaction())).containsExactly(REVIEWED, SUBMITTED, SUBMIT_UNKNOWN, ACCEPTED);
    }

    @Test
    void whatWasDoneAndCannotBeFetchedIsGivenByItsNumber() {
        province.platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);
        province.outcome("DONE", "CB-2026-0000009");
        CompletableFuture<Submission> submission = province.certificate();
        province.time.lead(ALL_QUERIES);
        Done done = done(submission);
        assertThat(done.document()).isEmpty();
        assertThat(done.transaction().reference()).isEqualTo("CB-2026-0000009");
        assertThat(done.receipt().fields()).anyMatch(field -> field.value().equals("CB-2026-0000009"));
    }

    @Test
    void whatThePlatformNeverSawIsNotDone() {
        province.platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);
        province.outcome("NEVER_SEEN", null);
        CompletableFuture<Submission> submission = province.certificate();
        province.time.lead(Duration.ofSeconds(3));
        assertThat(why(submission)).isEqualTo(Why.PLATFORM_UNREACHABLE);
    }

    @Test
    void anErrorOfThePlatformIsSilenceNotRefusal() {
        province.platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, 500, null);
        CompletableFuture<Submission> submission = province.certificate();
        assertThat(submission).isNotDone();
        assertThat(lastState()).isEqualTo(SUBMIT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"number\":\"CB-1\"}", "[1]"})
    void anAnswerThatIsNoCertificateIsSilence(String body) {
        province.platform.answer(
                CoreApi.APP_ID,
                CoreApi.ISSUE_CERTIFICATE,
                question -> new Answer.Answered(200, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(province.certificate()).isNotDone();
        assertThat(lastState()).isEqualTo(SUBMIT_UNKNOWN);
    }

    @Test
    void aCertificateOfSomebodyElseNeverReachesPaper() {
        CertificateIssued foreign = new CertificateIssued(
                "CB-2026-0000002",
                "https://verify.example/2",
                "2026-11-23T11:05:01Z",
                "八九省社会保险事业管理局",
                "李桂兰",
                "890102195501011228",
                "2025-11",
                "2026-10",
                List.of(),
                0);
        province.platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, foreign);
        province.outcome("DONE", "CB-2026-0000001");
        CompletableFuture<Submission> submission = province.certificate();
        province.time.lead(ALL_QUERIES);
        assertThat(done(submission).document()).isEmpty();
        assertThat(province.laidOut).isEmpty();
    }

    @Test
    void pagesThatCannotBeLaidOutDoNotUndoTheCertificate() {
        province.fontsBroken = true;
        Done done = done(province.certificate());
        assertThat(done.document()).isEmpty();
        assertThat(done.transaction().state()).isEqualTo(ACCEPTED);
    }

    @Test
    void oneCannotSubmitTwiceOrWithoutAPeriod() {
        Performance performance =
                province.services.perform(province.service("participation-certificate"), Province.WANG);
        var first = performance.submit(Province.YEAR, "proof-1");
        assertThat(first).isNotNull();
        assertThatThrownBy(() -> performance.submit(Province.YEAR, "proof-1"))
                .isInstanceOf(IllegalStateException.class);
        Performance without = province.services.perform(province.service("participation-certificate"), Province.WANG);
        assertThatThrownBy(() -> without.submit(Map.of("period", "2026-13/2027-01"), "proof-1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSilentSubmissionIsSettledByTheNextReconciliation() {
        province.platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);
        province.platform.silent(CoreApi.APP_ID, CoreApi.OUTCOME);
        CompletableFuture<Submission> submission = province.certificate();
        province.time.lead(ALL_QUERIES);
        NotKnown unknown = (NotKnown) result(submission);
        assertThat(province.services.reconcile()).isEqualTo(1);
        province.outcome("DONE", "CB-2026-0000001");
        assertThat(province.services.reconcile()).isZero();
        assertThat(path(unknown.transaction())).endsWith(SUBMIT_UNKNOWN, ACCEPTED, COMPLETE_NO_PAPER);
        assertThat(province.services.reconcile()).isZero();
    }

    private void asksOutcome(int times) {
        assertThat(province.asked().stream().filter(CoreApi.OUTCOME::equals)).hasSize(times);
    }

    private TransactionState lastState() {
        List<Transaction> steps = province.transactions.steps();
        return steps.get(steps.size() - 1).state();
    }

    private List<TransactionState> path(Transaction transaction) {
        return province.transactions.path(transaction.id());
    }

    private static Submission result(CompletableFuture<Submission> submission) {
        assertThat(submission).isDone();
        return submission.join();
    }

    private static Done done(CompletableFuture<Submission> submission) {
        return (Done) result(submission);
    }

    private static Why why(CompletableFuture<Submission> submission) {
        return ((NotDone) result(submission)).why();
    }
}
