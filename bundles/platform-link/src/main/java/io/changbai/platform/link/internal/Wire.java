package io.changbai.platform.link.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.LifeCycle;
import io.changbai.platform.messages.Topics;
import io.changbai.terminal.enrolment.Papers;
import java.util.List;

/** One session under one set of papers: what to say, and under which topic. Every call tells whether it was sent. */
final class Wire {

    private final MqttTransport.Session session;
    private final Papers papers;
    private final Envelope envelope;
    private final Births births;

    Wire(MqttTransport.Session session, Papers papers, Envelope envelope, Births births) {
        this.session = session;
        this.papers = papers;
        this.envelope = envelope;
        this.births = births;
    }

    static MqttTransport.Plan plan(Papers papers, LinkSettings settings) {
        return new MqttTransport.Plan(
                papers.broker(),
                papers.terminalId(),
                papers.tls(),
                Topics.life(papers.account(), papers.terminalId(), LifeCycle.Kind.LWT),
                LifeCycle.lastWill(),
                settings.phaseDeadline(),
                settings.keepAlive());
    }

    void subscribe() {
        session.subscribe(Topics.controlFilter(papers.account(), papers.terminalId()));
    }

    /** @param kind BIRTH or APPS, which say the same */
    boolean born(LifeCycle.Kind kind, List<String> applicationIds) {
        return send(life(kind), births.birth(papers, applicationIds), 1);
    }

    boolean question(Questions.Pending question, String method, String resource, byte[] body) {
        return send(
                data(question.appId(), method, resource),
                envelope.question(question.requestId(), papers.terminalId(), body),
                1);
    }

    boolean state(String appId, String resource, byte[] body) {
        return send(data(appId, "POST", resource), envelope.state(body), 1);
    }

    boolean entry(OutboundFeed feed, JournalRecord entry) {
        return send(data(feed.appId(), "POST", feed.resource()), envelope.feed(entry, papers.terminalId()), 1);
    }

    /** QoS 0, as Kura's replies. */
    boolean reply(String topic, KuraPayload payload) {
        return send(topic, payload, 0);
    }

    void farewell() {
        send(life(LifeCycle.Kind.DC), births.disconnect(papers), 0);
        session.disconnect();
    }

    void close() {
        session.close();
    }

    private boolean send(String topic, KuraPayload payload, int qos) {
        return session.publish(topic, KuraCodec.encode(payload), qos);
    }

    private String data(String appId, String method, String resource) {
        return Topics.data(papers.account(), papers.terminalId(), appId, method, resource);
    }

    private String life(LifeCycle.Kind kind) {
        return Topics.life(papers.account(), papers.terminalId(), kind);
    }
}
