package io.changbai.fleet.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import io.changbai.fleet.authority.Credentials;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;

/** An MQTT 5 client that remembers what came. */
public final class TestClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 15;

    private final Mqtt5AsyncClient client;
    private final LinkedBlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> disconnected = new CompletableFuture<>();
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final List<Map.Entry<String, Integer>> codes = new CopyOnWriteArrayList<>();

    public TestClient(URI broker, String clientId, Credentials own) throws IOException {
        this(broker, clientId, own, own.trustManagers());
    }

    TestClient(URI broker, String clientId, Credentials own, TrustManagerFactory trusted) throws IOException {
        client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(clientId)
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .sslConfig()
                .keyManagerFactory(own == null ? null : own.keyManagers())
                .trustManagerFactory(trusted)
                .applySslConfig()
                .addDisconnectedListener(
                        context -> disconnected.completeExceptionally(new IllegalStateException("disconnected")))
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> {
            String text = publish.getTopic() + " " + new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
            all.add(text);
            Reply.code(KuraCodec.decode(publish.getPayloadAsBytes()))
                    .ifPresent(code -> codes.add(Map.entry(publish.getTopic().toString(), code)));
            arrivals.add(text);
        });
    }

    public Mqtt5ConnAck connect() {
        return inTime(client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send());
    }

    public TestClient subscribe(String filter) {
        inTime(client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send());
        return this;
    }

    public void publish(String topic, String text) {
        publish(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    public void publish(String topic, byte[] payload) {
        inTime(client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send());
    }

    /** With a session the client keeps what was not answered for its next connection; here a lost one is an answer. */
    private <T> T inTime(CompletableFuture<T> answer) {
        CompletableFuture.anyOf(answer, disconnected)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return answer.join();
    }

    /** The next message as {@code topic text}. */
    public String next() throws InterruptedException {
        return nextWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** As {@link #next}; null when nothing came in that time. */
    public String nextWithin(long time, TimeUnit unit) throws InterruptedException {
        return arrivals.poll(time, unit);
    }

    /** Response codes of all answers on that topic. */
    public List<Integer> answers(String topic) {
        return codes.stream()
                .filter(code -> code.getKey().equals(topic))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many messages came so far. */
    public int count() {
        return all.size();
    }

    List<String> all() {
        return all;
    }

    boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            // A broker that hangs up on a thief may do so between the question and the farewell.
            client.disconnect()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(alreadyGone -> null)
                    .join();
        }
    }
}
