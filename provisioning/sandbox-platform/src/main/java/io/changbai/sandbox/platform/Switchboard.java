package io.changbai.sandbox.platform;

import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topic;
import io.changbai.platform.messages.Topics;
import io.changbai.platform.messages.core.CoreApi;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message in, at most one message out, by Kura's question and answer convention; the scripted failures happen here. */
final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    /** @param delay how long to wait before sending */
    record Posted(String topic, byte[] payload, Duration delay) {}

    private final CorePlatform platform;
    private final Scripts scripts;
    private final Clock clock;

    Switchboard(CorePlatform platform, Scripts scripts, Clock clock) {
        this.platform = platform;
        this.scripts = scripts;
        this.clock = clock;
    }

    /** Empty for what is no question to us, for what cannot be answered, and for a scripted silence. */
    Optional<Posted> take(String topic, byte[] message) {
        if (!(Topics.parse(topic).orElse(null) instanceof Topic.Data question)
                || !question.appId().equals(CoreApi.APP_ID)) {
            return Optional.empty();
        }
        KuraPayload payload = KuraCodec.decode(message);
        // The answer goes to the client whose branch the question came in; the broker keeps others out of that branch.
        boolean honest = question.clientId().equals(payload.metrics().get(Reply.REQUESTER));
        return Reply.topic(question.account(), CoreApi.APP_ID, payload)
                .filter(replyTopic -> honest)
                .flatMap(replyTopic -> play(question, payload, replyTopic));
    }

    private Optional<Posted> play(Topic.Data question, KuraPayload payload, String replyTopic) {
        Scripts.Play play = scripts.next(question.resource());
        CoreReply reply = switch (play.behaviour()) {
            case LOST -> null;
            case ERROR -> CoreReply.refused(Reply.FAILED, "SCRIPTED");
            case NORMAL, DELAY -> answer(question, payload);
            case SILENT -> {
                answer(question, payload);
                yield null;
            }
        };
        return Optional.ofNullable(reply).map(answer -> new Posted(replyTopic, encode(answer), play.delay()));
    }

    private CoreReply answer(Topic.Data question, KuraPayload payload) {
        try {
            byte[] body = payload.body().orElse(new byte[0]);
            return platform.answer(question.clientId(), question.method(), question.resource(), body);
        } catch (RuntimeException defect) {
            LOG.error("A defect at {}", question.resource(), defect);
            return CoreReply.refused(Reply.FAILED, "DEFECT");
        }
    }

    private byte[] encode(CoreReply reply) {
        return KuraCodec.encode(Reply.of(clock.instant(), reply.code(), Optional.of(reply.body())));
    }
}
