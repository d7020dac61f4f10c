package io.changbai.platform.link.internal;

import io.changbai.journal.InMemoryJournal;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import io.changbai.platform.link.Answer;
import io.changbai.platform.link.CommandHandler;
import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.terminal.enrolment.Papers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/** The machine on a led clock, its mailbox emptied when the test says so, its network a {@link FakeTransport}. */
final class Bench implements Mailbox {

    static final String ROOT = "$EDC/changbai/T-0001/";

    record Feed(String feed, String appId, String resource, int drainOrder) implements OutboundFeed {}

    private final Deque<Runnable> mail = new ArrayDeque<>();
    final FakeTransport transport = new FakeTransport();
    final InMemoryJournal journal = new InMemoryJournal();
    final List<Runnable> commands = new ArrayList<>();
    long now = 1_000_000;
    int roomForCommands = 2;

    final Envelope envelope =
            new Envelope(Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC), "boot-1");
    final CommandDesk desk = new CommandDesk(
            this::takeCommand, envelope, (topic, reply) -> machine().reply(topic, reply));
    final LinkMachine machine;

    Bench() {
        LinkSettings settings = LinkSettings.standard();
        machine = new LinkMachine(
                settings,
                transport,
                () -> now,
                this,
                envelope,
                new Births(envelope, "0.1.0", () -> now),
                new Questions(Runnable::run),
                new Feeds(journal, settings.resendAfter().toMillis()),
                desk,
                new BackOff(settings, new Random(1)));
    }

    private LinkMachine machine() {
        return machine;
    }

    private void takeCommand(Runnable command) {
        if (commands.size() >= roomForCommands) {
            throw new RejectedExecutionException();
        }
        commands.add(command);
    }

    static Papers papers() {
        try {
            return new Papers("T-0001", "changbai", "试点大厅", URI.create("ssl://127.0.0.1:1"), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Bench up() {
        if (transport.opened.isEmpty()) {
            machine.papers(papers());
        }
        session().events.opened();
        deliver();
        session().events.subscribed();
        deliver();
        return this;
    }

    FakeTransport.FakeSession session() {
        return transport.last();
    }

    /** Lets time pass and everything due happen. */
    Bench pass(long millis) {
        long end = now + millis;
        while (now < end) {
            now = Math.min(end, now + Math.max(1, machine.tick()));
            deliver();
        }
        machine.tick();
        deliver();
        return this;
    }

    void lose(String code) {
        session().fail(code);
        deliver();
    }

    void deliver() {
        while (!mail.isEmpty()) {
            mail.poll().run();
        }
    }

    void append(String feed, int count) throws JournalUnavailableException {
        for (int i = 1; i <= count; i++) {
            journal.append(new NewRecord(feed, "k" + i, true, ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8)));
        }
        machine.feedGrew();
    }

    CompletableFuture<Answer> ask(String id, long deadline) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        machine.ask(
                new Questions.Pending(id, "CORE-V1", now + deadline, answer),
                "EXEC",
                "person/find",
                "{}".getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    void answer(String appId, String requestId, int code) {
        KuraPayload reply = Reply.of(Instant.EPOCH, code, Optional.of("{}".getBytes(StandardCharsets.UTF_8)));
        arrive(ROOT + appId + "/REPLY/" + requestId, KuraCodec.encode(reply));
    }

    void request(String topic, Map<String, Object> metrics) {
        arrive(topic, KuraCodec.encode(new KuraPayload(Optional.empty(), Optional.empty(), metrics, Optional.empty())));
    }

    void arrive(String topic, byte[] message) {
        session().events.arrived(topic, message);
        deliver();
    }

    static CommandHandler handler(String appId, BiFunction<String, List<String>, Answer.Answered> work) {
        return new CommandHandler() {
            @Override
            public String appId() {
                return appId;
            }

            @Override
            public Answer.Answered handle(String method, List<String> resources, byte[] body) {
                return work.apply(method, resources);
            }
        };
    }

    @Override
    public void execute(Runnable work) {
        mail.add(work);
    }

    @Override
    public boolean offer(Runnable work) {
        return mail.add(work);
    }
}
