package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A transport whose network is the test. Sessions stay in {@link #opened} in the order they were opened. */
final class FakeTransport implements MqttTransport {

    record Sent(String topic, KuraPayload payload, int qos) {}

    final List<FakeSession> opened = new ArrayList<>();

    FakeSession last() {
        return opened.get(opened.size() - 1);
    }

    @Override
    public Session open(Plan plan, Events events) {
        FakeSession session = new FakeSession(plan, events);
        opened.add(session);
        return session;
    }

    @Override
    public void awaitClosed(Duration patience) {}

    static final class FakeSession implements Session {
        final Plan plan;
        final Events events;
        final List<String> filters = new ArrayList<>();
        final List<Sent> sent = new ArrayList<>();
        boolean takes = true;
        boolean closed;
        boolean disconnected;

        FakeSession(Plan plan, Events events) {
            this.plan = plan;
            this.events = events;
        }

        List<Sent> sentTo(String topicPart) {
            return sent.stream().filter(s -> s.topic().contains(topicPart)).toList();
        }

        void fail(String code) {
            events.failed(new LinkFault(code, "test"));
        }

        @Override
        public void subscribe(String filter) {
            filters.add(filter);
        }

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            if (takes) {
                sent.add(new Sent(topic, KuraCodec.decode(payload), qos));
            }
            return takes;
        }

        @Override
        public void disconnect() {
            disconnected = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
