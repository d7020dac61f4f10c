package io.changbai.terminal.enrolment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import io.changbai.terminal.enrolment.Papers;
import io.changbai.terminal.enrolment.TerminalPapers.EnrolmentFault;
import io.changbai.terminal.enrolment.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalEnrolmentTest {

    @TempDir
    Path data;

    private final TestAuthority authority = new TestAuthority("test authority");
    private EnrolmentServer server;
    private TerminalEnrolment enrolment;

    @BeforeEach
    void startServer() throws IOException {
        server = new EnrolmentServer(authority, "127.0.0.1");
    }

    @AfterEach
    void stop() throws Exception {
        if (enrolment != null) {
            enrolment.close();
        }
        server.close();
    }

    @Test
    void saysThatItHasNoCode() throws Exception {
        begin(new Settings("", "", "", ""));

        assertThat(awaitFault().code()).isEqualTo("ENR-NO-CODE");
        assertThat(enrolment.current()).isEmpty();
    }

    @Test
    void getsPapersForAGoodCode() throws Exception {
        begin(settings("GOOD-1"));

        Papers papers = awaitPapers();

        assertThat(papers.terminalId()).isEqualTo("T-0001");
        assertThat(papers.account()).isEqualTo("changbai");
        assertThat(papers.site()).isEqualTo("试点大厅");
        assertThat(papers.broker()).hasHost("127.0.0.1").hasPort(8883);
        assertThat(enrolment.fault()).isEmpty();
    }

    @Test
    void tellsListenersThatCameBeforeAndAfterThePapers() throws Exception {
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        enrolment = component(settings("GOOD-1"), Clock.systemUTC());
        enrolment.onPapers(papers -> told.add("before " + Thread.currentThread().getName()));
        enrolment.start();

        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("before terminal-enrolment");
        enrolment.onPapers(papers -> told.add("after " + Thread.currentThread().getName()));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("after terminal-enrolment");
    }

    @Test
    void keepsThePapersOverARestartWithoutAskingAgain() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();
        server.close();

        begin(settings("GOOD-1"));

        assertThat(awaitPapers().terminalId()).isEqualTo("T-0001");
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void keepsThePapersWhenTheCodeIsTakenOutOfTheConfiguration() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();

        begin(new Settings("", "", "", ""));

        assertThat(awaitPapers().terminalId()).isEqualTo("T-0001");
    }

    @Test
    void aChangedCodeMakesANewKey() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();

        begin(settings("GOOD-2"));
        awaitPapers();

        assertThat(server.seen).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void oldPapersHoldWhileANewCodeIsRefused() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();

        begin(settings("WRONG"));

        assertThat(awaitPapers().terminalId()).isEqualTo("T-0001");
        assertThat(enrolment.fault()).isEmpty();
    }

    @Test
    void oldPapersAreToldOnceWhileTheirRenewalIsTriedAgainAndAgain() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();
        int asked = server.seen.size();
        server.spoil = good -> new EnrolmentServer.Response(503, new byte[0]);
        LinkedBlockingQueue<Papers> told = new LinkedBlockingQueue<>();
        enrolment = component(settings("GOOD-2"), Clock.systemUTC());
        enrolment.onPapers(told::add);
        enrolment.start();

        await(() -> server.seen.size() >= asked + 4);

        assertThat(told).hasSize(1);
    }

    @Test
    void anUnknownCodeIsRefusedAndNotAskedAgain() throws Exception {
        begin(settings("WRONG"));

        assertThat(awaitFault())
                .isEqualTo(
                        new EnrolmentFault("ENR-REFUSED", "The authority does not know this code: ask for a new one."));
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void aCodeUsedByAnotherTerminalIsRefused() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();
        deleteAll();

        begin(settings("GOOD-1"));

        assertThat(awaitFault().text()).contains("used by another terminal");
    }

    @Test
    void anotherAuthorityIsNotTrustedAndGetsNoCode() throws Exception {
        begin(new Settings(server.url(), "GOOD-1", new TestAuthority("other").digest(), ""));

        assertThat(awaitFault().code()).isEqualTo("ENR-WRONG-AUTHORITY");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void theRightAuthorityUnderAnotherNameIsNotTrusted() throws Exception {
        server.close();
        server = new EnrolmentServer(authority, "127.0.0.2"); // its certificate is for 127.0.0.2 only

        begin(settings("GOOD-1"));

        assertThat(awaitFault().code()).isEqualTo("ENR-WRONG-AUTHORITY");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void aPlainHttpAddressIsRefused() throws Exception {
        begin(new Settings("http://127.0.0.1:1", "GOOD-1", authority.digest(), ""));

        assertThat(awaitFault().code()).isEqualTo("ENR-REFUSED");
    }

    @Test
    void nobodyThereIsUnreachableAndHealsByItself() throws Exception {
        int port = server.port();
        server.close();
        begin(settings("GOOD-1"));
        assertThat(awaitFault().code()).isEqualTo("ENR-UNREACHABLE");

        server = new EnrolmentServer(authority, "127.0.0.1", port);

        assertThat(awaitPapers().terminalId()).isEqualTo("T-0001");
        assertThat(enrolment.fault()).isEmpty();
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws Exception {
        server.spoil = good -> server.seen.size() < 3 ? new EnrolmentServer.Response(503, new byte[0]) : good;

        begin(settings("GOOD-1"));

        awaitPapers();
        assertThat(server.seen).hasSize(3).allMatch(server.seen.get(0)::equals);
    }

    @Test
    void aSilentServerDoesNotHoldUpTheEnd() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            begin(new Settings("https://127.0.0.1:" + silent.getLocalPort(), "GOOD-1", authority.digest(), ""));
            silent.accept(); // the terminal is waiting for a handshake now

            CountDownLatch ended = new CountDownLatch(1);
            Thread closer = new Thread(() -> {
                try {
                    enrolment.close();
                    ended.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            closer.start();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void garbageAndOversizeAnswersAreNoPapers() throws Exception {
        for (byte[] body : List.of(utf8("<html>"), utf8("{}"), new byte[0], new byte[1 << 20])) {
            server.spoil = good -> new EnrolmentServer.Response(200, body);
            begin(settings("GOOD-1"));
            assertThat(awaitFault().code()).isIn("ENR-REFUSED", "ENR-UNREACHABLE");
            enrolment.close();
        }
    }

    @Test
    void aCertificateForAnotherKeyIsRefused() throws Exception {
        String other = TestAuthority.pem(
                authority.client("T-0001", TestAuthority.freshPair().getPublic()), authority.certificate());

        assertRefused(answer -> chain(answer, other), "ENR-REFUSED", "another key");
    }

    @Test
    void aCertificateUnderAnotherNameIsRefused() throws Exception {
        assertRefused(answer -> named(answer, "T-0002", "changbai"), "ENR-REFUSED", "not the terminal id");
    }

    @Test
    void anIdThatBreaksOutOfItsTopicIsRefused() throws Exception {
        assertRefused(answer -> named(answer, "T/#", "changbai"), "ENR-REFUSED", "lacks a name");
    }

    @Test
    void aChainOfAnotherAuthorityIsNotTrusted() throws Exception {
        TestAuthority other = new TestAuthority("other");

        assertRefused(
                answer -> chain(
                        answer, TestAuthority.pem(other.client("T-0001", server.seen.get(0)), other.certificate())),
                "ENR-WRONG-AUTHORITY",
                "pinned");
    }

    @Test
    void aForgedSignatureUnderThePinnedAuthorityIsNotTrusted() throws Exception {
        TestAuthority forger = new TestAuthority("test authority"); // same name, other key

        assertRefused(
                answer -> chain(
                        answer,
                        TestAuthority.pem(forger.client("T-0001", server.seen.get(0)), authority.certificate())),
                "ENR-WRONG-AUTHORITY",
                "not validly signed");
    }

    @Test
    void anExpiredCertificateIsNotTaken() throws Exception {
        assertRefused(
                answer -> chain(
                        answer,
                        TestAuthority.pem(authority.expired("T-0001", server.seen.get(0)), authority.certificate())),
                "ENR-WRONG-AUTHORITY",
                "clock");
    }

    @Test
    void aTerminalWithItsClockInThePastTakesNoCertificate() throws Exception {
        Clock past = Clock.fixed(Instant.parse("1970-01-01T00:00:00Z"), ZoneOffset.UTC);
        enrolment = component(settings("GOOD-1"), past).start();

        assertThat(awaitFault().text()).contains("clock");
    }

    @Test
    void secretsAreForTheOwnerOnly() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(folder().resolve("papers.json"))).doesNotContain("GOOD-1");
    }

    @Test
    void damagedPapersAreAFaultAndNotACrash() throws Exception {
        begin(settings("GOOD-1"));
        awaitPapers();
        enrolment.close();
        Files.write(folder().resolve("papers.json"), new byte[] {0x7b});

        begin(new Settings("", "", "", ""));

        assertThat(awaitFault().code()).isEqualTo("ENR-KEY-STORE");
    }

    @Test
    void aDamagedRequestKeyIsSetAside() throws Exception {
        Files.createDirectories(folder());
        Files.write(folder().resolve("request.p12"), new byte[] {1, 2, 3});

        begin(settings("GOOD-1"));

        awaitPapers();
        assertThat(folder().resolve("request.p12.unreadable")).exists();
    }

    @Test
    void aFullDiskIsAFault() throws Exception {
        Files.writeString(data.resolve("terminal-enrolment"), "a file where the folder should be");

        begin(settings("GOOD-1"));

        assertThat(awaitFault().code()).isEqualTo("ENR-KEY-STORE");
    }

    /** Cuts the power before and after each file takes its place, then starts again: one key, one terminal, always papers. */
    @Test
    void aPowerCutAtEveryStepIsRepeatedWithTheSameKey() throws Exception {
        for (int step = 0; step < 8; step++) {
            deleteAll();
            server.seen.clear();
            String code = "GOOD-CUT-" + step;
            CuttingFolder cutting = new CuttingFolder(folder(), step);
            try {
                new Enrolment(settings(code), new PaperStore(cutting), Clock.systemUTC()).attempt();
            } catch (PowerCut expected) {
                assertThat(cutting.steps).isGreaterThan(step);
            }
            begin(settings(code));
            awaitPapers();
            enrolment.close();
            assertThat(server.seen).allMatch(server.seen.get(0)::equals);
        }
    }

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class CuttingFolder extends DurableFolder {
        private final int cutAt;
        private int steps;

        CuttingFolder(Path folder, int cutAt) {
            super(folder);
            this.cutAt = cutAt;
        }

        @Override
        void moveIntoPlace(Path temporary, Path file) throws IOException {
            cut();
            super.moveIntoPlace(temporary, file);
            cut();
        }

        private void cut() {
            if (steps++ == cutAt) {
                throw new PowerCut();
            }
        }
    }

    private void assertRefused(UnaryOperator<EnrolmentAnswer> twist, String code, String text) throws Exception {
        server.twist = twist;
        begin(settings("GOOD-1"));
        EnrolmentFault fault = awaitFault();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).contains(text);
        assertThat(folder().resolve("papers.json")).doesNotExist();
    }

    private static EnrolmentAnswer chain(EnrolmentAnswer answer, String chain) {
        return new EnrolmentAnswer(answer.terminalId(), answer.account(), answer.site(), chain, answer.broker());
    }

    private static EnrolmentAnswer named(EnrolmentAnswer answer, String id, String account) {
        return new EnrolmentAnswer(id, account, answer.site(), answer.certificateChain(), answer.broker());
    }

    private Settings settings(String code) {
        return new Settings(server.url(), code, authority.digest(), "changbai");
    }

    private Path folder() {
        return data.resolve("terminal-enrolment");
    }

    private void begin(Settings settings) {
        enrolment = component(settings, Clock.systemUTC()).start();
    }

    private TerminalEnrolment component(Settings settings, Clock clock) {
        RetryDelay quick = new RetryDelay(Duration.ofMillis(20), Duration.ofMillis(40), new Random(1));
        return new TerminalEnrolment(settings, new PaperStore(new DurableFolder(folder())), clock, quick);
    }

    private Papers awaitPapers() throws InterruptedException {
        await(() -> enrolment.current().isPresent());
        return enrolment.current().orElseThrow();
    }

    private EnrolmentFault awaitFault() throws InterruptedException {
        await(() -> enrolment.fault().isPresent());
        return enrolment.fault().orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            never.await(5, TimeUnit.MILLISECONDS);
        }
        assertThat(condition.getAsBoolean()).as("in time").isTrue();
    }

    private void deleteAll() throws IOException {
        if (Files.exists(folder())) {
            try (Stream<Path> files = Files.list(folder())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
