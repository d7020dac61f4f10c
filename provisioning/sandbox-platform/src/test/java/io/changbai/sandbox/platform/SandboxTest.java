package io.changbai.sandbox.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.CertifyPension;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.DocumentVerdict;
import io.changbai.platform.messages.core.FindPerson;
import io.changbai.platform.messages.core.IssueCertificate;
import io.changbai.platform.messages.core.Outcome;
import io.changbai.platform.messages.core.OutcomeQuery;
import io.changbai.platform.messages.core.PensionCertified;
import io.changbai.platform.messages.core.PersonFound;
import io.changbai.platform.messages.core.VerifyDocument;
import io.changbai.platform.messages.core.VerifyFace;
import io.changbai.sandbox.platform.TerminalAtTheSandbox.Heard;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @TempDir
    Path data;

    private final LeadClock clock = new LeadClock();
    private final HttpClient browser = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private TerminalAtTheSandbox terminal;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(data, 0, 7, "http://public.example", clock);
        terminal = new TerminalAtTheSandbox(sandbox.switchboard(), "T-1");
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
    }

    @Test
    void dropsWhatIsNoQuestionOfWhoeverSentIt() {
        Switchboard board = sandbox.switchboard();
        byte[] asT1 = message(Map.of(Reply.REQUEST_ID, "1", Reply.REQUESTER, "T-1"));
        assertThat(board.take("changbai/T-1/CORE-V1/GET/outcome", new byte[] {1, 2, 3}))
                .isEmpty();
        assertThat(board.take("changbai/T-1/CORE-V1/GET/outcome", message(Map.of())))
                .isEmpty();
        assertThat(board.take("changbai/T-2/CORE-V1/GET/outcome", asT1))
                .as("another's branch")
                .isEmpty();
        assertThat(board.take("changbai/T-1/OTHER-V1/GET/outcome", asT1)).isEmpty();
        assertThat(board.take("$EDC/changbai/T-1/CORE-V1/GET/outcome", asT1)).isEmpty();
        assertThat(board.take("", asT1)).isEmpty();
        assertThat(board.take("changbai/T-1/CORE-V1/GET/outcome", asT1)).isPresent();
    }

    @Test
    void answersMalformedQuestionsWith400AndUnknownResourcesWith404() {
        for (String resource : new String[] {
            CoreApi.FIND_PERSON, CoreApi.VERIFY_FACE, CoreApi.ISSUE_CERTIFICATE, CoreApi.CERTIFY_PENSION
        }) {
            for (String body : new String[] {"", "null", "[]", "{\"personId\":[1]}", "\u0000", "{".repeat(5000)}) {
                assertThat(terminal.tryAsk("EXEC", resource, body.getBytes(UTF_8))
                                .orElseThrow()
                                .code())
                        .as("%s %s", resource, body)
                        .isIn(400, 404);
            }
        }
        assertThat(terminal.tryAsk("GET", CoreApi.FIND_PERSON, "{}".getBytes(UTF_8))
                        .orElseThrow()
                        .code())
                .isEqualTo(400);
        assertThat(terminal.tryAsk("EXEC", "treasury/open", "{}".getBytes(UTF_8))
                        .orElseThrow()
                        .code())
                .isEqualTo(404);
        assertThat(terminal.ask("GET", CoreApi.OUTCOME, new OutcomeQuery(" ")).code())
                .isEqualTo(400);
    }

    @Test
    void knowsNobodyByAClaimThatIsWrongOrContradictsItself() {
        Resident wang = person("wang-min");
        Resident li = person("li-guilan");
        assertThat(find("ID_CARD", "890101199901010014", "某某", null, null)).isEqualTo(404);
        assertThat(find("ID_CARD", wang.number(), li.name(), null, null)).isEqualTo(404);
        assertThat(find("ID_CARD", wang.number(), null, null, null)).isEqualTo(404);
        assertThat(find(
                        "SOCIAL_CARD",
                        wang.number(),
                        wang.name(),
                        li.socialCard().cardNumber(),
                        null))
                .isEqualTo(404);
        assertThat(find("E_CARD_CODE", null, null, null, "CBEC-0")).isEqualTo(404);
        assertThat(find("PALM", wang.number(), wang.name(), null, null)).isEqualTo(404);
        assertThat(find(
                        "SOCIAL_CARD",
                        wang.number(),
                        wang.name(),
                        wang.socialCard().cardNumber(),
                        null))
                .isEqualTo(200);
    }

    @Test
    void knowsTheLongNameByWhatFitsOnItsCard() {
        Resident person = person("long-name");
        assertThat(find("ID_CARD", person.number(), person.name().substring(0, 15), null, null))
                .isEqualTo(200);
        assertThat(find("ID_CARD", person.number(), person.name().substring(0, 14), null, null))
                .isEqualTo(404);
    }

    @Test
    void aCodeWithASuffixIsGoodOnce() {
        String code = person("wang-min").eCardCode();
        assertThat(find("E_CARD_CODE", null, null, null, code)).isEqualTo(200);
        assertThat(find("E_CARD_CODE", null, null, null, code + "?n=1")).isEqualTo(200);
        assertThat(find("E_CARD_CODE", null, null, null, code + "?n=1")).isEqualTo(404);
        assertThat(find("E_CARD_CODE", null, null, null, code + "?n=2")).isEqualTo(200);
    }

    @Test
    void saysOnlyMaskedThingsOfAPersonFound() throws Exception {
        Resident wang = person("wang-min");
        Heard heard = terminal.ask(
                "EXEC", CoreApi.FIND_PERSON, new FindPerson("ID_CARD", wang.number(), wang.name(), null, null));
        assertThat(heard.text())
                .doesNotContain(wang.name())
                .doesNotContain(wang.number())
                .doesNotContain("wang-min");
        PersonFound found = heard.as(PersonFound.class);
        assertThat(found.insurances()).contains("PENSION", "MEDICAL");
        assertThat(found.earliestMonth()).isEqualTo("2007-03");
        assertThat(found.pensioner()).isFalse();
    }

    @Test
    void judgesFacesByWhoseTheyAre() throws Exception {
        String personId = terminal.personId(person("wang-min"));
        assertThat(terminal.face(personId, TerminalAtTheSandbox.faceOf("li-guilan"))
                        .verdict())
                .isEqualTo("MISMATCH");
        assertThat(terminal.face(personId, TerminalAtTheSandbox.faceOf("li-guilan"))
                        .proof())
                .isNull();
        byte[] nobody = TerminalAtTheSandbox.jpeg(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
        assertThat(terminal.face(personId, nobody).verdict()).isEqualTo("UNUSABLE");
        assertThat(terminal.face(personId, "no jpeg".getBytes(UTF_8)).verdict()).isEqualTo("UNUSABLE");
        assertThat(terminal.face(personId, TerminalAtTheSandbox.faceOf("wang-min"))
                        .verdict())
                .isEqualTo("MATCH");
    }

    @Test
    void aFaceNeedsAConsentAndAPersonWhoWasFoundHereAndLately() throws Exception {
        String personId = terminal.personId(person("wang-min"));
        byte[] face = TerminalAtTheSandbox.faceOf("wang-min");
        assertThat(terminal.ask("EXEC", CoreApi.VERIFY_FACE, new VerifyFace(personId, "", face))
                        .code())
                .isEqualTo(400);
        TerminalAtTheSandbox other = new TerminalAtTheSandbox(sandbox.switchboard(), "T-2");
        assertThat(other.ask("EXEC", CoreApi.VERIFY_FACE, new VerifyFace(personId, "c", face))
                        .code())
                .isEqualTo(404);
        clock.lead(Duration.ofMinutes(16));
        assertThat(terminal.ask("EXEC", CoreApi.VERIFY_FACE, new VerifyFace(personId, "c", face))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void issuesACertificateWhoseAddressVerifiesAndAForgedOneDoesNot() throws Exception {
        CertificateIssued issued = issue(terminal.certificateFor(person("wang-min"), "k1"));
        assertThat(issued.number()).isEqualTo("CB-2026-0000001");
        assertThat(issued.name()).isEqualTo("王小民");
        assertThat(issued.verifyUrl()).startsWith("http://public.example/verify/CB-2026-0000001?c=");
        assertThat(issued.totalMonths()).isPositive();
        assertThat(issued.rows()).hasSizeGreaterThan(3);
        DocumentVerdict genuine = verdict(issued.verifyUrl());
        assertThat(genuine).isEqualTo(new DocumentVerdict(true, "PARTICIPATION_CERTIFICATE", issued.number()));
        for (String forged : new String[] {
            issued.verifyUrl().replace("0000001", "0000002"),
            issued.verifyUrl().substring(0, issued.verifyUrl().length() - 1),
            issued.verifyUrl().replaceAll("c=.", "c=_"),
            "http://public.example/verify/CB-2026-0000001",
            "not an address",
            "x".repeat(100_000)
        }) {
            assertThat(verdict(forged).genuine()).as(forged).isFalse();
        }
        assertThat(page(issued.verifyUrl()))
                .contains("真实有效")
                .contains("Genuine")
                .doesNotContain("王小民");
        assertThat(page("http://x/verify/%3Cscript%3E?c=1")).contains("未查到").doesNotContain("<script");
    }

    @Test
    void refusesWithoutAProofOfThatPersonsFace() throws Exception {
        IssueCertificate good = terminal.certificateFor(person("wang-min"), "k1");
        String li = terminal.personId(person("li-guilan"));
        IssueCertificate mixed = new IssueCertificate("k2", li, good.faceProof(), "2020-01", "2020-12", "T-1");
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, mixed).code())
                .isEqualTo(400);
        assertThat(outcome("k2")).isEqualTo(new Outcome("REJECTED", null));
        IssueCertificate none = new IssueCertificate("k3", li, null, "2020-01", "2020-12", "T-1");
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, none).code()).isEqualTo(400);
    }

    @Test
    void refusesPeriodsThatAreNoneOrEmpty() throws Exception {
        IssueCertificate good = terminal.certificateFor(person("wang-min"), "k");
        String[][] periods = {{"2020-12", "2020-01"}, {"2020-13", "2021-01"}, {null, null}, {"1960-01", "1960-12"}};
        for (int i = 0; i < periods.length; i++) {
            IssueCertificate question = new IssueCertificate(
                    "p" + i, good.personId(), good.faceProof(), periods[i][0], periods[i][1], "T-1");
            assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, question).code())
                    .isEqualTo(400);
        }
    }

    @Test
    void theSameKeyFromTwoThreadsGivesOneCertificate() throws Exception {
        IssueCertificate question = terminal.certificateFor(person("wang-min"), "twice");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch go = new CountDownLatch(1);
            Future<CertificateIssued> first = pool.submit(() -> {
                go.await();
                return issue(question);
            });
            Future<CertificateIssued> second = pool.submit(() -> {
                go.await();
                return issue(question);
            });
            go.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(second.get(20, TimeUnit.SECONDS));
        } finally {
            pool.shutdownNow();
        }
        assertThat(issue(terminal.certificateFor(person("wang-min"), "next")).number())
                .isEqualTo("CB-2026-0000002");
    }

    @Test
    void theSameKeyGivesTheSameCertificateAfterARestartAndItsCodeStillVerifies() throws Exception {
        IssueCertificate question = terminal.certificateFor(person("wang-min"), "k1");
        CertificateIssued before = issue(question);
        stop();
        start();
        assertThat(issue(question)).isEqualTo(before);
        assertThat(outcome("k1")).isEqualTo(new Outcome("DONE", before.number()));
        assertThat(verdict(before.verifyUrl()).genuine()).isTrue();
    }

    @Test
    void aKeyAskedAboutBeforeItCameIsRefusedFromThenOnAlsoAfterARestart() throws Exception {
        assertThat(outcome("late")).isEqualTo(new Outcome("NEVER_SEEN", null));
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, terminal.certificateFor(person("wang-min"), "late"))
                        .code())
                .isEqualTo(400);
        stop();
        start();
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, terminal.certificateFor(person("wang-min"), "late"))
                        .code())
                .isEqualTo(400);
        assertThat(outcome("late")).isEqualTo(new Outcome("NEVER_SEEN", null));
    }

    @Test
    void anotherTerminalsKeyTellsNothing() throws Exception {
        issue(terminal.certificateFor(person("wang-min"), "mine"));
        TerminalAtTheSandbox other = new TerminalAtTheSandbox(sandbox.switchboard(), "T-2");
        Heard heard = other.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, other.certificateFor(person("wang-min"), "mine"));
        assertThat(heard.code()).isEqualTo(400);
        assertThat(other.ask("GET", CoreApi.OUTCOME, new OutcomeQuery("mine")).code())
                .isEqualTo(400);
    }

    @Test
    void certifiesPensionersAndNobodyElse() throws Exception {
        PensionCertified certified = certify("li-guilan", "p1").as(PensionCertified.class);
        assertThat(certified.caseNumber()).isEqualTo("PC-2026-0000001");
        assertThat(certified.validUntil()).isEqualTo("2027-11-23");
        assertThat(certified.maskedName()).isEqualTo("李*兰");
        assertThat(verdict(certified.verifyUrl()).kind()).isEqualTo("PENSION_CERTIFICATION");
        assertThat(certify("wang-min", "p2").text()).contains("NO_PENSION");
    }

    @Test
    void playsScriptedFailuresTheNumberOfTimesAsked() throws Exception {
        IssueCertificate question = terminal.certificateFor(person("wang-min"), "s1");
        byte[] body = JsonCodec.write(question);
        assertThat(script("{\"resource\":\"certificate/issue\",\"behaviour\":\"silent\"}"))
                .isEqualTo(200);
        assertThat(terminal.tryAsk("EXEC", CoreApi.ISSUE_CERTIFICATE, body)).isEmpty();
        assertThat(outcome("s1").state()).as("done, the answer was lost").isEqualTo("DONE");

        script("{\"resource\":\"certificate/issue\",\"behaviour\":\"error\",\"times\":2}");
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, question).code())
                .isEqualTo(500);
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, question).code())
                .isEqualTo(500);
        assertThat(terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, question).code())
                .isEqualTo(200);

        script("{\"resource\":\"certificate/issue\",\"behaviour\":\"lost\",\"times\":9}");
        byte[] lost = JsonCodec.write(terminal.certificateFor(person("wang-min"), "s2"));
        assertThat(terminal.tryAsk("EXEC", CoreApi.ISSUE_CERTIFICATE, lost)).isEmpty();
        assertThat(post("/api/script/reset", "", Map.of())).isEqualTo(200);
        assertThat(outcome("s2").state()).as("the question was lost").isEqualTo("NEVER_SEEN");
    }

    @Test
    void aScriptedDelayPostponesTheAnswerNotTheDeed() throws Exception {
        script("{\"resource\":\"outcome\",\"behaviour\":\"delay\",\"millis\":1500}");
        Optional<Switchboard.Posted> posted = sandbox.switchboard()
                .take(
                        "changbai/T-1/CORE-V1/GET/outcome",
                        message(Map.of(Reply.REQUEST_ID, "1", Reply.REQUESTER, "T-1")));
        assertThat(posted.orElseThrow().delay()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void refusesBadScriptsAndScriptsOfForeignPages() throws Exception {
        assertThat(script("{\"resource\":\"nothing\",\"behaviour\":\"silent\"}"))
                .isEqualTo(400);
        assertThat(script("{\"resource\":\"outcome\",\"behaviour\":\"sulk\"}")).isEqualTo(400);
        assertThat(script("{\"resource\":\"outcome\",\"behaviour\":\"delay\",\"millis\":-1}"))
                .isEqualTo(400);
        assertThat(script("{\"resource\":\"outcome\",\"behaviour\":\"delay\",\"times\":0}"))
                .isEqualTo(400);
        assertThat(script("no json")).isEqualTo(400);
        assertThat(script(" ".repeat(5000))).isEqualTo(413);
        assertThat(post("/api/script/reset", "", Map.of("Origin", "http://evil.example")))
                .isEqualTo(403);
        assertThat(post("/verify/x", "", Map.of())).isEqualTo(405);
        assertThat(post("/elsewhere", "", Map.of())).isEqualTo(404);
    }

    @Test
    void showsTheResidentsToTheBench() throws Exception {
        HttpResponse<String> response = browser.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/residents")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).contains("\"key\" : \"wang-min\"").contains("阿依古丽·买买提");
    }

    private Heard certify(String key, String idempotencyKey) throws Exception {
        String personId = terminal.personId(person(key));
        String proof = terminal.face(personId, TerminalAtTheSandbox.faceOf(key)).proof();
        return terminal.ask(
                "EXEC", CoreApi.CERTIFY_PENSION, new CertifyPension(idempotencyKey, personId, proof, "T-1"));
    }

    private CertificateIssued issue(IssueCertificate question) throws Exception {
        Heard heard = terminal.ask("EXEC", CoreApi.ISSUE_CERTIFICATE, question);
        assertThat(heard.code()).as(heard.text()).isEqualTo(200);
        return heard.as(CertificateIssued.class);
    }

    private Outcome outcome(String key) throws Exception {
        return terminal.ask("GET", CoreApi.OUTCOME, new OutcomeQuery(key)).as(Outcome.class);
    }

    private DocumentVerdict verdict(String url) throws Exception {
        return terminal.ask("GET", CoreApi.VERIFY_DOCUMENT, new VerifyDocument(url))
                .as(DocumentVerdict.class);
    }

    private int find(String kind, String number, String name, String card, String code) {
        return terminal.ask("EXEC", CoreApi.FIND_PERSON, new FindPerson(kind, number, name, card, code))
                .code();
    }

    private Resident person(String key) {
        return sandbox.people().stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private int script(String json) throws Exception {
        return post("/api/script", json, Map.of());
    }

    private int post(String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return browser.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String page(String publicUrl) throws Exception {
        URI uri = URI.create(publicUrl);
        URI local = URI.create(sandbox.url() + uri.getRawPath() + "?" + uri.getRawQuery());
        return browser.send(HttpRequest.newBuilder(local).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static byte[] message(Map<String, Object> metrics) {
        byte[] body = JsonCodec.write(new OutcomeQuery("any"));
        return KuraCodec.encode(
                new KuraPayload(Optional.of(Instant.EPOCH), Optional.empty(), metrics, Optional.of(body)));
    }

    /** A clock the test leads. */
    private static final class LeadClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void lead(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
