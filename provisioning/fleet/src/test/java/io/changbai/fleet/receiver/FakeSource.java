package io.changbai.fleet.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Delivers what a test says, and remembers answers and acknowledgements. */
final class FakeSource implements MessageSource {

    final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> acknowledgements = new LinkedBlockingQueue<>();
    private final Clock clock;
    private Consumer<Delivery> sink;

    FakeSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void open(Consumer<Delivery> to) {
        sink = to;
    }

    /** Delivers and waits until it is acknowledged. */
    void pass(String topic, byte[] payload) throws InterruptedException {
        deliver(topic, payload);
        assertThat(acknowledgements.poll(20, TimeUnit.SECONDS)).isEqualTo(topic);
    }

    void deliver(String topic, byte[] payload) {
        Instant at = clock.instant();
        sink.accept(new Delivery() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public byte[] payload() {
                return payload;
            }

            @Override
            public Instant receivedAt() {
                return at;
            }

            @Override
            public void acknowledge() {
                acknowledged.add(topic);
                acknowledgements.add(topic);
            }
        });
    }

    String awaitAcknowledgement() throws InterruptedException {
        return acknowledgements.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void send(String topic, byte[] payload) {
        answers.add(topic + " " + Reply.code(KuraCodec.decode(payload)).orElse(0));
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public void close() {}
}
