package io.changbai.platform.link.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journal.InMemoryJournal;
import io.changbai.journal.NewRecord;
import io.changbai.platform.link.Answer;
import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.link.LinkStatus.State;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.LifeCycle;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topics;
import io.changbai.platform.messages.core.OutcomeQuery;
import io.changbai.platform.messages.operations.OperationsApi;
import io.changbai.terminal.enrolment.Papers;
import io.changbai.terminal.enrolment.TerminalPapers;
import io.changbai.terminal.enrolment.TestAuthority;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole room against a real mosquitto 2 with mutual TLS and topic rights by certificate name. */
class PlatformLinkIT {

    private static final LinkSettings QUICK = new LinkSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private final TestAuthority authority = new TestAuthority("test authority");
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Mosquitto broker;

    @BeforeEach
    void prepareBroker() throws Exception {
        broker = new Mosquitto(folder, authority, "127.0.0.1");
        open.add(broker);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void aQuestionGoesThereAndItsAnswerComesBack() throws Exception {
        broker.start();
        CentralSide central = central();
        PlatformLink link = link(broker.uri());
        await("connected", link::isConnected);

        Answer answer = link.ask(
                        new Question("CORE-V1", "GET", "outcome", new OutcomeQuery("key-1")), Duration.ofSeconds(10))
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);

        assertThat(answer).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
            assertThat(answered.code()).isEqualTo(200);
            assertThat(answered.body()).isEqualTo("{\"idempotencyKey\":\"key-1\"}".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(central.metric("CORE-V1/GET/outcome", OperationsApi.METRIC_BOOT_ID))
                .containsExactly(link.bootId());
        assertThat(link.fault()).isEmpty();
    }

    @Test
    void isBornAndSaysGoodbyeWithoutAWill() throws Exception {
        broker.start();
        CentralSide central = central();
        PlatformLink link = link(broker.uri());
        await("born", () -> central.count("/MQTT/BIRTH") == 1);

        link.close();

        await("gone", () -> central.count("/MQTT/DC") == 1);
        assertThat(central.count("/MQTT/LWT")).isZero();
        assertThat(link.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aTerminalThatIsTornOffLeavesAnEmptyWill() throws Exception {
        broker.start();
        CentralSide central = central();
        Probe probe = new Probe();
        MqttTransport.Session session = new PahoTransport().open(plan(broker.uri(), authority), probe);
        assertThat(probe.opened.await(20, TimeUnit.SECONDS)).isTrue();

        session.close();

        await("will", () -> central.count("/MQTT/LWT") == 1);
        assertThat(central.heard.stream().filter(h -> h.topic().endsWith("/LWT")))
                .allSatisfy(h -> assertThat(h.size()).isZero());
    }

    @Test
    void aBrokerThatIsAwayAtTheStartLosesNothing() throws Exception {
        append(30);
        PlatformLink link = link(broker.uri());
        await("fault", () -> link.fault().isPresent());
        assertThat(link.fault()).map(LinkFault::code).contains("LNK-UNREACHABLE");
        assertThat(ask(link)).isEqualTo(new Answer.NotSent());

        broker.start();
        CentralSide central = central();

        await("all acknowledged", () -> journal.backlog("transactions") == 0);
        assertThat(distinctSequences(central)).containsExactlyElementsOf(oneTo(30));
    }

    @Test
    void aBrokerThatDiesInMidFeedLosesNothing() throws Exception {
        broker.start();
        CentralSide first = central();
        PlatformLink link = link(broker.uri());
        append(300);
        await("some acknowledged", () -> journal.backlog("transactions") < 290);

        broker.kill();
        append(5);
        await("noticed", () -> !link.isConnected());
        broker.start();
        CentralSide second = central();

        await("all acknowledged", () -> journal.backlog("transactions") == 0);
        List<Object> all = new ArrayList<>(distinctSequences(first));
        all.addAll(distinctSequences(second));
        assertThat(all.stream().distinct().sorted().toList()).isEqualTo(oneTo(305));
    }

    @Test
    void recordsAreResentUntilThePlatformAnswersWhateverTheBrokerAcknowledged() throws Exception {
        broker.start();
        CentralSide central = central();
        central.answers = false;
        link(broker.uri());
        append(1);

        await("sent twice", () -> central.count("TXN-V1/POST/record") >= 2);
        assertThat(journal.backlog("transactions")).isEqualTo(1);
        central.answers = true;

        await("acknowledged", () -> journal.backlog("transactions") == 0);
    }

    @Test
    void aMalformedCommandIsDroppedAndTheNextOneAnswered() throws Exception {
        broker.start();
        CentralSide central = central();
        PlatformLink link = link(broker.uri());
        link.addHandler(Bench.handler("KIOSK-V1", (m, r) -> new Answer.Answered(200, new byte[] {'1'})));
        await("connected", link::isConnected);

        central.raw(Topics.request("changbai", "T-0001", "KIOSK-V1", "EXEC", "x"), new byte[] {9, 9, 9});
        central.raw(Topics.request("changbai", "T-0001", "KIOSK-V1", "EXEC", "x"), new byte[2 << 20]);
        central.command("service/out", "c-1");

        CentralSide.Heard reply = central.replies.poll(20, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        assertThat(reply.topic()).endsWith("/sandbox-platform/KIOSK-V1/REPLY/c-1");
        assertThat(Reply.code(reply.payload())).hasValue(200);
        assertThat(link.isConnected()).isTrue();
    }

    @Test
    void aSecondTerminalWithTheSameCertificateIsNoticedAndNothingIsLost() throws Exception {
        broker.start();
        CentralSide central = central();
        PlatformLink link = link(broker.uri());
        PlatformLink clone = link(broker.uri(), new InMemoryJournal());
        append(5);

        await("noticed", () -> isTakenOver(link) || isTakenOver(clone));
        clone.close();
        append(5);

        await("all acknowledged", () -> journal.backlog("transactions") == 0);
        assertThat(distinctSequences(central)).containsExactlyElementsOf(oneTo(10));
    }

    @Test
    void aBrokerOfAnotherAuthorityIsRefused() throws Exception {
        broker.start();
        TestAuthority other = new TestAuthority("other");
        Papers papers = new Papers("T-0001", "changbai", "site", broker.uri(), other.tls(other.client("T-0001")));

        assertFault(papers, "LNK-TLS");
    }

    @Test
    void theRightAuthorityUnderAnotherAddressIsRefused() throws Exception {
        Mosquitto misnamed = new Mosquitto(folder, authority, "127.0.0.2");
        open.add(misnamed);
        misnamed.start();

        assertFault(papers(misnamed.uri(), authority), "LNK-TLS");
    }

    @Test
    void aServerThatAcceptsAndStaysSilentIsGivenUpInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            long begin = System.nanoTime();

            PlatformLink link = assertFault(
                    papers(URI.create("ssl://127.0.0.1:" + silent.getLocalPort()), authority), "LNK-SILENT");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
            link.close();
        }
    }

    /** paho.mqtt.java issue 850: 300 connects that were reset left 266 threads. */
    @Test
    void fiftyFailedConnectsLeaveNoThreads() throws Exception {
        PahoTransport transport = new PahoTransport();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            URI nobody = URI.create("ssl://127.0.0.1:" + Mosquitto.freePort());
            URI rude = URI.create("ssl://127.0.0.1:" + server.getLocalPort());
            for (int i = 0; i < 25; i++) {
                failOnce(transport, nobody);
                Probe probe = new Probe();
                MqttTransport.Session session = transport.open(plan(rude, authority), probe);
                Socket accepted = server.accept();
                accepted.setSoLinger(true, 0); // reset
                if (i % 2 == 0) {
                    accepted.close();
                    assertThat(probe.failed.await(20, TimeUnit.SECONDS)).isTrue();
                }
                session.close(); // every other one in mid-handshake
                accepted.close();
            }
        }
        transport.awaitClosed(Duration.ofSeconds(20));

        await("no thread left", () -> transportThreads().isEmpty());
    }

    @Test
    void anEndedLinkLeavesNoThreads() throws Exception {
        broker.start();
        PlatformLink link = link(broker.uri());
        await("connected", link::isConnected);
        link.close();

        await("no thread left", () -> linkThreads().isEmpty());
        assertThat(ask(link)).isEqualTo(new Answer.NotSent());
    }

    private void failOnce(PahoTransport transport, URI broker) throws InterruptedException {
        Probe probe = new Probe();
        MqttTransport.Session session = transport.open(plan(broker, authority), probe);
        assertThat(probe.failed.await(20, TimeUnit.SECONDS)).isTrue();
        session.close();
    }

    private PlatformLink assertFault(Papers papers, String code) throws Exception {
        PlatformLink link = link(papers, journal);
        await(code, () -> link.fault().map(LinkFault::code).equals(Optional.of(code)));
        assertThat(link.isConnected()).isFalse();
        return link;
    }

    private static boolean isTakenOver(PlatformLink link) {
        return link.fault().map(LinkFault::code).equals(Optional.of("LNK-TAKEN-OVER"));
    }

    private static Answer ask(PlatformLink link) throws Exception {
        return link.ask(new Question("CORE-V1", "GET", "outcome", new OutcomeQuery("k")), Duration.ofSeconds(5))
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
    }

    private CentralSide central() throws Exception {
        CentralSide central = new CentralSide(broker.uri(), authority);
        open.add(central);
        return central;
    }

    private PlatformLink link(URI uri) {
        return link(uri, journal);
    }

    private PlatformLink link(URI uri, InMemoryJournal records) {
        return link(papers(uri, authority), records);
    }

    private PlatformLink link(Papers papers, InMemoryJournal records) {
        PlatformLink link =
                new PlatformLink(QUICK, "0.1.0", new Held(papers), records, new PahoTransport(), Clock.systemUTC());
        open.add(link::close);
        link.addFeed(new Bench.Feed("transactions", "TXN-V1", "record", 2));
        return link;
    }

    private static Papers papers(URI broker, TestAuthority authority) {
        return new Papers("T-0001", "changbai", "site", broker, authority.tls(authority.client("T-0001")));
    }

    private static MqttTransport.Plan plan(URI broker, TestAuthority authority) {
        return new MqttTransport.Plan(
                broker,
                "T-0001",
                authority.tls(authority.client("T-0001")),
                Topics.life("changbai", "T-0001", LifeCycle.Kind.LWT),
                LifeCycle.lastWill(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(30));
    }

    private void append(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            journal.append(new NewRecord("transactions", "k", true, "{}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<Object> distinctSequences(CentralSide central) {
        return central.metric("TXN-V1/POST/record", OperationsApi.METRIC_SEQUENCE).stream()
                .distinct()
                .toList();
    }

    private static List<Object> oneTo(long last) {
        return LongStream.rangeClosed(1, last).mapToObj(n -> (Object) n).toList();
    }

    private static List<String> transportThreads() {
        return threads("platform-link-mqtt", "platform-link-close", "MQTT ");
    }

    private static List<String> linkThreads() {
        return threads("platform-link", "MQTT ");
    }

    private static List<String> threads(String... prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
                .toList();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.call() && System.nanoTime() < end) {
            never.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(condition.call())
                .as("%s in time; threads %s", what, linkThreads())
                .isTrue();
    }

    private record Held(Papers papers) implements TerminalPapers {
        @Override
        public Optional<Papers> current() {
            return Optional.of(papers);
        }

        @Override
        public Optional<EnrolmentFault> fault() {
            return Optional.empty();
        }

        @Override
        public AutoCloseable onPapers(Consumer<Papers> listener) {
            listener.accept(papers);
            return () -> {};
        }
    }

    private static final class Probe implements MqttTransport.Events {
        final CountDownLatch opened = new CountDownLatch(1);
        final CountDownLatch failed = new CountDownLatch(1);

        @Override
        public void opened() {
            opened.countDown();
        }

        @Override
        public void subscribed() {}

        @Override
        public void arrived(String topic, byte[] payload) {}

        @Override
        public void failed(LinkFault why) {
            failed.countDown();
        }
    }
}
