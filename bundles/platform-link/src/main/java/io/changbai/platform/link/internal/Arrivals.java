package io.changbai.platform.link.internal;

import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topic;
import io.changbai.platform.messages.Topics;

/** Sorts what arrives: answers to questions, receipts for feed records, commands. Anything else is dropped. */
final class Arrivals {

    private final Questions questions;
    private final Feeds feeds;
    private final CommandDesk desk;

    Arrivals(Questions questions, Feeds feeds, CommandDesk desk) {
        this.questions = questions;
        this.feeds = feeds;
        this.desk = desk;
    }

    void arrived(String topic, byte[] message, long now) {
        Topic known = Topics.parse(topic).orElse(null);
        if (known instanceof Topic.Reply reply) {
            replied(reply, KuraCodec.decode(message), now);
        } else if (known instanceof Topic.Request request) {
            desk.arrived(request, message);
        }
    }

    private void replied(Topic.Reply reply, KuraPayload payload, long now) {
        if (!questions.answered(reply.appId(), reply.requestId(), payload)) {
            Reply.code(payload).ifPresent(code -> feeds.answered(reply.appId(), reply.requestId(), code, now));
        }
    }
}
