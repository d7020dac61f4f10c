package io.changbai.fleet.receiver;

import io.changbai.fleet.store.Fact;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.LifeCycle;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topic;
import io.changbai.platform.messages.Topics;
import io.changbai.platform.messages.operations.OperationsApi;
import io.changbai.platform.messages.operations.TerminalEvent;
import io.changbai.platform.messages.operations.TerminalState;
import io.changbai.platform.messages.operations.TransactionRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What a message says. Never throws for what a terminal sends; what it cannot read becomes {@link Fact.Unreadable}. */
final class Interpreter {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 128;

    private Interpreter() {}

    /**
     * @param replyTopic where the answer goes; empty for messages that want none, or cannot be answered
     * @param code 200 or 400
     */
    record Reading(Fact fact, Optional<String> replyTopic, int code) {}

    static Reading read(MessageSource.Delivery message) {
        Optional<Topic> topic = Topics.parse(message.topic());
        KuraPayload payload = KuraCodec.decode(message.payload());
        if (topic.orElse(null) instanceof Topic.Life life && isName(life.clientId())) {
            return silent(life(life, payload, message.receivedAt()));
        }
        if (!(topic.orElse(null) instanceof Topic.Data data) || !isName(data.clientId())) {
            return silent(unreadable("", "not a topic of a terminal", message));
        }
        Optional<String> reply = Optional.of(data.clientId())
                .filter(id -> id.equals(payload.metrics().get(Reply.REQUESTER)))
                .flatMap(id -> Reply.topic(data.account(), data.appId(), payload));
        try {
            return new Reading(fact(data, payload, message.receivedAt()), reply, Reply.OK);
        } catch (MalformedBodyException e) {
            return new Reading(unreadable(data.clientId(), e.getMessage(), message), reply, Reply.BAD_REQUEST);
        }
    }

    /** The same message after the database itself refused what it says. */
    static Reading refused(Reading reading, MessageSource.Delivery message) {
        String terminal = reading.fact().terminalId();
        return new Reading(
                unreadable(terminal, "the database refuses it", message), reading.replyTopic(), Reply.BAD_REQUEST);
    }

    private static Fact life(Topic.Life life, KuraPayload payload, Instant at) {
        boolean isEnd = life.kind() == LifeCycle.Kind.DC || life.kind() == LifeCycle.Kind.LWT;
        return isEnd ? new Fact.Gone(life.clientId(), at) : new Fact.Born(life.clientId(), at, bootId(payload));
    }

    private static Fact fact(Topic.Data data, KuraPayload payload, Instant at) throws MalformedBodyException {
        byte[] body = payload.body().orElseThrow(() -> new MalformedBodyException("no body"));
        String kind = data.appId() + "/" + data.method() + "/" + data.resource();
        String json = text(body);
        return switch (kind) {
            case OperationsApi.TELEMETRY + "/POST/" + OperationsApi.STATE -> {
                JsonCodec.read(body, TerminalState.class);
                yield new Fact.Heartbeat(data.clientId(), at, bootId(payload), json);
            }
            case OperationsApi.TELEMETRY + "/POST/" + OperationsApi.EVENT -> {
                JsonCodec.read(body, TerminalEvent.class);
                yield new Fact.Event(key(data, payload), at, json);
            }
            case OperationsApi.TRANSACTIONS + "/POST/" + OperationsApi.RECORD -> {
                TransactionRecord record = checked(JsonCodec.read(body, TransactionRecord.class));
                yield new Fact.Step(key(data, payload), at, json, record);
            }
            default -> throw new MalformedBodyException("unknown resource");
        };
    }

    private static Fact.Key key(Topic.Data data, KuraPayload payload) throws MalformedBodyException {
        if (!(payload.metrics().get(OperationsApi.METRIC_EPOCH) instanceof String epoch)
                || !(payload.metrics().get(OperationsApi.METRIC_SEQUENCE) instanceof Long sequence)
                || sequence < 1) {
            throw new MalformedBodyException("no epoch and sequence");
        }
        String end = "-" + epoch + "-" + sequence;
        String feed = Reply.requestId(payload)
                .filter(id -> id.endsWith(end))
                .map(id -> id.substring(0, id.length() - end.length()))
                .orElseThrow(() -> new MalformedBodyException("request.id is not feed-epoch-sequence"));
        if (!isName(feed) || !isName(epoch)) {
            throw new MalformedBodyException("feed or epoch too long");
        }
        return new Fact.Key(data.clientId(), feed, epoch, sequence);
    }

    private static TransactionRecord checked(TransactionRecord record) throws MalformedBodyException {
        boolean good = isName(record.transactionId())
                && isName(record.state())
                && isText(record.service())
                && (record.cause() == null || isName(record.cause()))
                && (record.reference() == null || isText(record.reference()))
                && (record.at() == null || isName(record.at()));
        if (!good) {
            throw new MalformedBodyException("TransactionRecord: a field is missing or too long");
        }
        return record;
    }

    private static String text(byte[] body) throws MalformedBodyException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            // PostgreSQL cannot hold it in a text, and no honest sender writes it.
            throw new MalformedBodyException("a zero byte");
        }
        return text;
    }

    private static Fact.Unreadable unreadable(String terminalId, String reason, MessageSource.Delivery message) {
        String topic = message.topic();
        return new Fact.Unreadable(
                terminalId,
                message.receivedAt(),
                topic.length() > Topics.MAX_LENGTH ? topic.substring(0, Topics.MAX_LENGTH) : topic,
                reason,
                message.payload());
    }

    private static Reading silent(Fact fact) {
        return new Reading(fact, Optional.empty(), Reply.OK);
    }

    private static String bootId(KuraPayload payload) {
        return payload.metrics().get(OperationsApi.METRIC_BOOT_ID) instanceof String id && isText(id) ? id : null;
    }

    private static boolean isName(String text) {
        return isText(text) && text.length() <= LONGEST_NAME;
    }

    private static boolean isText(String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0;
    }
}
