package io.changbai.fleet.receiver;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.changbai.fleet.authority.Credentials;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 5 with shared subscriptions and manual acknowledgement. Its session outlives this process by a week. */
public final class MqttMessageSource implements MessageSource {

    private static final Logger LOG = LoggerFactory.getLogger(MqttMessageSource.class);
    private static final long SESSION_SECONDS = 7L * 24 * 3600;
    private static final int END_SECONDS = 1;

    /** Less makes mosquitto 2.0.11 send more than allowed after an outage, and the client hang up again and again. */
    private static final int RECEIVE_MAXIMUM = 65_535;

    /**
     * Records are shared between workers. Life-cycle messages are not: mosquitto 2.0.11 accepts a shared subscription to
     * topics that begin with $ and then never delivers, and to store a birth twice changes nothing.
     */
    private static final List<String> WHAT = List.of(
            "$share/fleet/%s/+/TEL-V1/#",
            "$share/fleet/%s/+/TXN-V1/#",
            "$EDC/%s/+/MQTT/BIRTH",
            "$EDC/%s/+/MQTT/APPS",
            "$EDC/%s/+/MQTT/DC",
            "$EDC/%s/+/MQTT/LWT");

    private final Mqtt5AsyncClient client;
    private final String account;
    private final Clock clock;
    private volatile boolean closing;
    private volatile boolean away;

    public MqttMessageSource(URI broker, String account, Credentials own, Clock clock) throws IOException {
        this.account = account;
        this.clock = clock;
        this.client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("fleet")
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .sslConfig()
                .keyManagerFactory(own.keyManagers())
                .trustManagerFactory(own.trustManagers())
                .applySslConfig()
                .automaticReconnect()
                .initialDelay(200, TimeUnit.MILLISECONDS)
                .maxDelay(10, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> connected())
                .addDisconnectedListener(this::disconnected)
                .buildAsync();
    }

    @Override
    public void open(Consumer<Delivery> sink) {
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> sink.accept(delivery(publish)), true);
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_SECONDS)
                .keepAlive(30)
                .restrictions()
                .receiveMaximum(RECEIVE_MAXIMUM)
                .applyRestrictions()
                .send()
                .whenComplete((connAck, failure) -> {
                    if (failure != null) {
                        LOG.debug("the first connection ended early", failure);
                    }
                });
    }

    @Override
    public void send(String topic, byte[] payload) {
        if (isConnected()) {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_MOST_ONCE)
                    .payload(payload)
                    .send()
                    .whenComplete((result, failure) -> {
                        if (failure != null) {
                            LOG.debug("an answer was not sent", failure);
                        }
                    });
        }
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public void close() {
        closing = true;
        try {
            client.disconnect()
                    .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException notConnected) {
            LOG.debug("was not connected", notConnected);
        }
    }

    /** Subscribing again is harmless, and needed when the broker has forgotten the session. */
    private void connected() {
        away = false;
        LOG.info("the broker is there");
        for (String what : WHAT) {
            String filter = what.formatted(account);
            CompletableFuture<?> answer = client.subscribeWith()
                    .topicFilter(filter)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            answer.whenComplete((subAck, failure) -> {
                if (failure != null) {
                    LOG.warn("not subscribed to {}: {}", filter, failure.getMessage());
                }
            });
        }
    }

    /** Once per outage, not per try. */
    private void disconnected(MqttClientDisconnectedContext context) {
        if (closing) {
            context.getReconnector().reconnect(false);
        } else if (!away) {
            away = true;
            LOG.warn("no broker: {}", context.getCause().getMessage());
        }
    }

    private Delivery delivery(Mqtt5Publish publish) {
        Instant now = clock.instant();
        return new Delivery() {
            @Override
            public String topic() {
                return publish.getTopic().toString();
            }

            @Override
            public byte[] payload() {
                return publish.getPayloadAsBytes();
            }

            @Override
            public Instant receivedAt() {
                return now;
            }

            @Override
            public void acknowledge() {
                publish.acknowledge();
            }
        };
    }
}
