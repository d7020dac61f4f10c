package io.changbai.platform.link.internal;

import io.changbai.platform.link.Answer;
import io.changbai.platform.link.CommandHandler;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topic;
import io.changbai.platform.messages.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests as Kura does: without both ids, or for an application nobody serves, there is no reply at all; an unknown
 * method is 400; a handler that throws is 500. One command at a time, few waiting, the next one hears 500.
 */
final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final Map<String, CommandHandler> handlers = new ConcurrentHashMap<>();
    private final Executor commands;
    private final Envelope envelope;
    private final BiConsumer<String, KuraPayload> replies;

    /**
     * @param commands bounded; rejects what is too much
     * @param replies takes topic and payload from any thread
     */
    CommandDesk(Executor commands, Envelope envelope, BiConsumer<String, KuraPayload> replies) {
        this.commands = commands;
        this.envelope = envelope;
        this.replies = replies;
    }

    void add(CommandHandler handler) {
        handlers.put(handler.appId(), handler);
    }

    void remove(CommandHandler handler) {
        handlers.remove(handler.appId(), handler);
    }

    List<String> appIds() {
        return List.copyOf(new TreeMap<>(handlers).keySet());
    }

    void arrived(Topic.Request request, byte[] message) {
        CommandHandler handler = handlers.get(request.appId());
        if (handler == null || message.length > KuraCodec.MAX_INFLATED) {
            return;
        }
        KuraPayload payload = KuraCodec.decode(message);
        Optional<String> replyTo = Reply.topic(request.account(), request.appId(), payload);
        if (replyTo.isEmpty()) {
            return;
        }
        if (!Topics.METHODS.contains(request.method())) {
            replies.accept(replyTo.get(), envelope.reply(Reply.BAD_REQUEST, new byte[0]));
            return;
        }
        try {
            commands.execute(() -> replies.accept(
                    replyTo.get(), carryOut(handler, request, payload.body().orElse(new byte[0]))));
        } catch (RejectedExecutionException tooMany) {
            replies.accept(replyTo.get(), envelope.reply(Reply.FAILED, new byte[0]));
        }
    }

    private KuraPayload carryOut(CommandHandler handler, Topic.Request request, byte[] body) {
        try {
            Answer.Answered answer = handler.handle(request.method(), request.resources(), body);
            return envelope.reply(answer.code(), answer.body());
        } catch (RuntimeException defect) {
            LOG.error("command of {} failed", request.appId(), defect);
            return envelope.reply(Reply.FAILED, new byte[0]);
        }
    }
}
