package io.changbai.platform.link.internal;

import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.Topic;
import io.changbai.platform.messages.Topics;
import io.changbai.terminal.enrolment.TestAuthority;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** The platform at the far end of a real broker: answers every question and record, notes everything it hears. */
final class CentralSide implements MqttCallback, AutoCloseable {

    record Heard(String topic, KuraPayload payload, int size) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final LinkedBlockingQueue<Heard> replies = new LinkedBlockingQueue<>();
    volatile boolean answers = true;
    private final MqttAsyncClient client;

    CentralSide(URI broker, TestAuthority authority) throws MqttException {
        SSLContext tls = authority.tls(authority.client("sandbox-platform"));
        client = new MqttAsyncClient(broker.toString(), "sandbox-platform", new MemoryPersistence());
        client.setCallback(this);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setMaxInflight(1_000);
        client.connect(options).waitForCompletion(10_000);
        client.subscribe(new String[] {"changbai/#", "$EDC/changbai/#"}, new int[] {1, 1})
                .waitForCompletion(10_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        KuraPayload payload = KuraCodec.decode(message.getPayload());
        Heard now = new Heard(topic, payload, message.getPayload().length);
        heard.add(now);
        Topic known = Topics.parse(topic).orElse(null);
        if (known instanceof Topic.Reply) {
            replies.add(now);
        } else if (known instanceof Topic.Data data && answers) {
            Optional<String> to = Reply.topic(data.account(), data.appId(), payload);
            if (to.isPresent()) {
                KuraPayload reply = Reply.of(Instant.now(), Reply.OK, payload.body());
                client.publish(to.get(), KuraCodec.encode(reply), 1, false);
            }
        }
    }

    void command(String resource, String requestId) throws MqttException {
        KuraPayload request = new KuraPayload(
                Optional.of(Instant.now()),
                Optional.empty(),
                Map.of(Reply.REQUEST_ID, requestId, Reply.REQUESTER, "sandbox-platform"),
                Optional.empty());
        raw(Topics.request("changbai", "T-0001", "KIOSK-V1", "EXEC", resource), KuraCodec.encode(request));
    }

    void raw(String topic, byte[] message) throws MqttException {
        client.publish(topic, message, 1, false).waitForCompletion(10_000);
    }

    long count(String topicPart) {
        return heard.stream().filter(h -> h.topic().contains(topicPart)).count();
    }

    List<Object> metric(String topicPart, String metric) {
        return heard.stream()
                .filter(h -> h.topic().contains(topicPart))
                .map(h -> h.payload().metrics().get(metric))
                .toList();
    }

    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    @Override
    public void close() throws MqttException {
        try {
            client.disconnectForcibly(0, 200);
        } finally {
            client.close(true);
        }
    }
}
