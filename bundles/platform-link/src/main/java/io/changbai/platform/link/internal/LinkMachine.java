package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.link.LinkStatus.State;
import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.LifeCycle;
import io.changbai.terminal.enrolment.Papers;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the session. Lives on one thread: every call but {@link #state} and {@link #fault} comes from there, and what
 * the transport reports is brought there first. Time is a parameter: {@link #tick} does what is due and says when it wants
 * to be asked again.
 *
 * <pre>
 *  NOT_ENROLLED ─papers─► OPENING ─CONNACK─► SUBSCRIBING ─SUBACK─► UP: BIRTH, then the feeds
 *                            ▲ │                 │                  │
 *                        due │ └──── failed, over its deadline ─────┘
 *                            └─── BACKING_OFF ◄──┘                         any ─stop─► STOPPED: DC, disconnect
 * </pre>
 *
 * Subscribing comes before BIRTH: whoever sees the birth can already reach this terminal.
 */
final class LinkMachine {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMachine.class);

    /** Handlers come and go in groups while bundles start. */
    private static final long APPS_REST_MILLIS = 1_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final LinkSettings settings;
    private final MqttTransport transport;
    private final LongSupplier ticks;
    private final Mailbox mailbox;
    private final Envelope envelope;
    private final Births births;
    private final Questions questions;
    private final Feeds feeds;
    private final CommandDesk desk;
    private final BackOff backOff;
    private final Arrivals arrivals;
    private final TakeOverWatch takeOver = new TakeOverWatch();

    private Optional<Papers> papers = Optional.empty();
    private Optional<SessionLife> current = Optional.empty();
    private long phaseDue = NEVER;
    private long appsDue = NEVER;
    private volatile Phase phase = Phase.NOT_ENROLLED;
    private volatile Optional<LinkFault> sessionFault = Optional.empty();
    private volatile Optional<LinkFault> feedFault = Optional.empty();

    LinkMachine(
            LinkSettings settings,
            MqttTransport transport,
            LongSupplier ticks,
            Mailbox mailbox,
            Envelope envelope,
            Births births,
            Questions questions,
            Feeds feeds,
            CommandDesk desk,
            BackOff backOff) {
        this.settings = settings;
        this.transport = transport;
        this.ticks = ticks;
        this.mailbox = mailbox;
        this.envelope = envelope;
        this.births = births;
        this.questions = questions;
        this.feeds = feeds;
        this.desk = desk;
        this.backOff = backOff;
        this.arrivals = new Arrivals(questions, feeds, desk);
    }

    State state() {
        return phase.state();
    }

    Optional<LinkFault> fault() {
        Optional<LinkFault> session = sessionFault;
        return session.isPresent() ? session : feedFault;
    }

    void papers(Papers now) {
        papers = Optional.of(now);
        move(Phase.Event.PAPERS);
    }

    void stop() {
        up().ifPresent(Wire::farewell);
        move(Phase.Event.STOP);
        questions.endAll();
    }

    void ask(Questions.Pending question, String method, String resource, byte[] body) {
        questions.register(question);
        boolean inTime = question.dueAt() > ticks.getAsLong();
        if (!inTime
                || up().filter(wire -> wire.question(question, method, resource, body))
                        .isEmpty()) {
            questions.notSent(question);
        }
    }

    void publishState(String appId, String resource, byte[] body) {
        up().ifPresent(wire -> wire.state(appId, resource, body));
    }

    void reply(String topic, KuraPayload payload) {
        up().ifPresent(wire -> wire.reply(topic, payload));
    }

    void handlersChanged() {
        appsDue = phase == Phase.UP ? ticks.getAsLong() + APPS_REST_MILLIS : NEVER;
    }

    void feedAdded(OutboundFeed feed) {
        feeds.add(feed);
        feedGrew();
    }

    void feedRemoved(OutboundFeed feed) {
        feeds.remove(feed);
    }

    void feedGrew() {
        up().ifPresent(wire -> drain(wire, ticks.getAsLong()));
    }

    /** @return milliseconds until it wants to be asked again, if nothing happens before */
    long tick() {
        long now = ticks.getAsLong();
        questions.expire(now);
        if (now >= phaseDue) {
            phaseIsDue();
        }
        up().ifPresent(wire -> tickUp(wire, now));
        long next = Math.min(Math.min(phaseDue, appsDue), questions.nextDue());
        long feedsNext = phase == Phase.UP ? feeds.nextDue() : NEVER;
        return Math.max(0, Math.min(Math.min(next, feedsNext) - now, 60_000));
    }

    private void phaseIsDue() {
        if (phase == Phase.BACKING_OFF) {
            move(Phase.Event.DUE);
        } else {
            failed(new LinkFault("LNK-SILENT", "The broker does not answer in time."));
        }
    }

    private void tickUp(Wire wire, long now) {
        if (takeOver.holds(current.orElseThrow().openedAt(), now)) {
            takeOver.held();
            backOff.reset();
            sessionFault = Optional.empty();
        }
        if (now >= appsDue) {
            appsDue = NEVER;
            wire.born(LifeCycle.Kind.APPS, desk.appIds());
        }
        if (now >= feeds.nextDue()) {
            drain(wire, now);
        }
    }

    private void drain(Wire wire, long now) {
        feeds.drain(now, wire::entry);
        feedFault = feeds.fault();
    }

    void opened(SessionLife life) {
        life.openedAt(ticks.getAsLong());
        move(Phase.Event.OPENED);
    }

    void subscribed() {
        move(Phase.Event.SUBSCRIBED);
    }

    void failed(LinkFault why) {
        boolean wasOpen = phase == Phase.UP || phase == Phase.SUBSCRIBING;
        if (wasOpen && !why.code().equals("LNK-SILENT")) {
            takeOver.died(current.orElseThrow().openedAt(), ticks.getAsLong());
        }
        LinkFault now = takeOver.isTakenOver() ? TakeOverWatch.FAULT : why;
        boolean isNew = wasOpen || !sessionFault.map(LinkFault::code).equals(Optional.of(now.code()));
        sessionFault = Optional.of(now);
        if (isNew) {
            LOG.warn("no session: {} {}", now.code(), now.text());
        }
        move(Phase.Event.FAILED);
    }

    private void move(Phase.Event event) {
        phase.on(event).ifPresent(next -> {
            phase = next;
            phaseDue = NEVER;
            appsDue = NEVER;
            enter(next);
        });
    }

    private void enter(Phase next) {
        long now = ticks.getAsLong();
        switch (next) {
            case OPENING -> {
                phaseDue = now + settings.phaseDeadline().toMillis();
                open(papers.orElseThrow());
            }
            case SUBSCRIBING -> {
                phaseDue = now + settings.phaseDeadline().toMillis();
                current.flatMap(SessionLife::wire).ifPresent(Wire::subscribe);
            }
            case UP -> up().ifPresent(wire -> begin(wire, now));
            case BACKING_OFF -> {
                closeSession();
                phaseDue = now + (takeOver.isTakenOver() ? backOff.takenOver() : backOff.next()).toMillis();
            }
            default -> closeSession();
        }
    }

    private void open(Papers own) {
        closeSession();
        SessionLife life = new SessionLife(this, mailbox);
        current = Optional.of(life);
        life.use(new Wire(transport.open(Wire.plan(own, settings), life), own, envelope, births));
    }

    boolean isCurrent(SessionLife life) {
        return current.isPresent() && current.get() == life;
    }

    private void begin(Wire wire, long now) {
        LOG.info("session is up");
        if (!takeOver.isTakenOver()) {
            sessionFault = Optional.empty();
        }
        wire.born(LifeCycle.Kind.BIRTH, desk.appIds());
        feeds.begin();
        drain(wire, now);
    }

    private void closeSession() {
        current.flatMap(SessionLife::wire).ifPresent(Wire::close);
        current = Optional.empty();
    }

    private Optional<Wire> up() {
        return phase == Phase.UP ? current.flatMap(SessionLife::wire) : Optional.empty();
    }

    void arrived(String topic, byte[] message) {
        arrivals.arrived(topic, message, ticks.getAsLong());
        feedFault = feeds.fault();
    }
}
