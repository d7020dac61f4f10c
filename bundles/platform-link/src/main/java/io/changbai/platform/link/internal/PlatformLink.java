package io.changbai.platform.link.internal;

import io.changbai.journal.Journal;
import io.changbai.platform.link.Answer;
import io.changbai.platform.link.CommandHandler;
import io.changbai.platform.link.LinkStatus;
import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.link.Platform;
import io.changbai.platform.link.Question;
import io.changbai.platform.link.StatePublisher;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Topics;
import io.changbai.terminal.enrolment.TerminalPapers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The terminal's one session to the platform, for all rooms. Hands everything to {@link LinkMachine} on its thread. */
@Component(
        service = {Platform.class, LinkStatus.class, StatePublisher.class},
        immediate = true,
        configurationPid = "changbai.platform-link")
@Designate(ocd = PlatformLink.Config.class)
public final class PlatformLink implements Platform, LinkStatus, StatePublisher {

    @ObjectClassDefinition(name = "Platform link", description = "How the terminal keeps its session to the platform.")
    @interface Config {
        @AttributeDefinition(
                min = "1",
                max = "120",
                description = "Seconds for opening a session (TCP, TLS, CONNACK), and again for subscribing.")
        int phase_seconds() default 10;

        @AttributeDefinition(
                min = "5",
                max = "600",
                description = "Seconds of silence before the broker is asked for a sign of life.")
        int keep_alive_seconds() default 30;

        @AttributeDefinition(
                min = "1",
                max = "60",
                description = "Seconds before the second attempt; doubles after each further one.")
        int back_off_seconds() default 2;

        @AttributeDefinition(min = "10", max = "3600", description = "Longest wait between two attempts, in seconds.")
        int longest_back_off_seconds() default 60;

        @AttributeDefinition(
                min = "60",
                max = "86400",
                description = "Seconds to rest when another terminal uses this one's certificate.")
        int taken_over_seconds() default 300;

        @AttributeDefinition(
                min = "1",
                max = "3600",
                description = "Seconds after which a feed record without an answer is sent again.")
        int resend_seconds() default 30;
    }

    private final LinkThread thread;
    private final LinkMachine machine;
    private final Envelope envelope;
    private final CommandDesk desk;
    private final TerminalPapers papers;
    private final Journal journal;
    private final MqttTransport transport;
    private final AutoCloseable papersListener;
    private final Map<OutboundFeed, Journal.Registration> feeds = new ConcurrentHashMap<>();

    @Activate
    public PlatformLink(
            BundleContext bundle, Config config, @Reference TerminalPapers papers, @Reference Journal journal) {
        this(
                settings(config),
                bundle.getBundle().getVersion().toString(),
                papers,
                journal,
                new PahoTransport(),
                Clock.systemUTC());
    }

    PlatformLink(
            LinkSettings settings,
            String version,
            TerminalPapers papers,
            Journal journal,
            MqttTransport transport,
            Clock clock) {
        this.papers = papers;
        this.journal = journal;
        this.transport = transport;
        thread = new LinkThread();
        envelope = new Envelope(clock, BootId.fresh());
        desk = new CommandDesk(thread.commands(), envelope, this::reply);
        machine = new LinkMachine(
                settings,
                transport,
                LinkThread::ticks,
                thread,
                envelope,
                new Births(envelope, version, LinkThread::ticks),
                new Questions(thread.answers()),
                new Feeds(journal, settings.resendAfter().toMillis()),
                desk,
                new BackOff(settings, new Random()));
        thread.start(machine::tick);
        papersListener = papers.onPapers(now -> thread.execute(() -> machine.papers(now)));
    }

    private static LinkSettings settings(Config config) {
        return new LinkSettings(
                Duration.ofSeconds(config.phase_seconds()),
                Duration.ofSeconds(config.keep_alive_seconds()),
                Duration.ofSeconds(config.back_off_seconds()),
                Duration.ofSeconds(config.longest_back_off_seconds()),
                Duration.ofSeconds(config.taken_over_seconds()),
                Duration.ofSeconds(config.resend_seconds()));
    }

    @Deactivate
    void close() throws Exception {
        papersListener.close();
        feeds.values().forEach(Journal.Registration::close);
        thread.execute(machine::stop);
        thread.close();
        transport.awaitClosed(Duration.ofSeconds(4));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFeed(OutboundFeed feed) {
        feeds.put(feed, journal.onAppend(feed.feed(), () -> thread.execute(machine::feedGrew)));
        thread.execute(() -> machine.feedAdded(feed));
    }

    void removeFeed(OutboundFeed feed) {
        Journal.Registration registration = feeds.remove(feed);
        if (registration != null) {
            registration.close();
        }
        thread.execute(() -> machine.feedRemoved(feed));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(CommandHandler handler) {
        desk.add(handler);
        thread.execute(machine::handlersChanged);
    }

    void removeHandler(CommandHandler handler) {
        desk.remove(handler);
        thread.execute(machine::handlersChanged);
    }

    @Override
    public CompletionStage<Answer> ask(Question question, Duration deadline) {
        if (!isConnected()) {
            return CompletableFuture.completedFuture(new Answer.NotSent());
        }
        Topics.checkPath(question.appId(), question.method(), question.resource());
        // Here, on the caller's thread: a caller that wipes the body when this returns has wiped nothing we still need.
        byte[] body = JsonCodec.write(question.body());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Questions.Pending pending = new Questions.Pending(
                envelope.freshRequestId(), question.appId(), LinkThread.ticks() + deadline.toMillis(), answer);
        if (!thread.offer(() -> machine.ask(pending, question.method(), question.resource(), body))) {
            return CompletableFuture.completedFuture(new Answer.NotSent());
        }
        return answer.minimalCompletionStage();
    }

    @Override
    public void publish(String appId, String resource, Object body) {
        if (isConnected()) {
            Topics.checkPath(appId, "POST", resource);
            byte[] json = JsonCodec.write(body);
            thread.execute(() -> machine.publishState(appId, resource, json));
        }
    }

    @Override
    public boolean isConnected() {
        return state() == State.CONNECTED;
    }

    @Override
    public Optional<Terminal> terminal() {
        return papers.current().map(now -> new Terminal(now.terminalId(), now.site()));
    }

    @Override
    public State state() {
        return machine.state();
    }

    @Override
    public String bootId() {
        return envelope.bootId();
    }

    @Override
    public Optional<LinkFault> fault() {
        return machine.fault();
    }

    private void reply(String topic, KuraPayload payload) {
        thread.execute(() -> machine.reply(topic, payload));
    }
}
