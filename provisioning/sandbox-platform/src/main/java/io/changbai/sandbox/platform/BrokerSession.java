package io.changbai.sandbox.platform;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.changbai.platform.messages.core.CoreApi;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's MQTT 5 session: a shared subscription, so that several sandboxes could answer side by side; answers at
 * QoS 1. Reconnects for ever; a question that comes while it is away is the asker's to repeat.
 */
final class BrokerSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerSession.class);
    private static final String QUESTIONS = "$share/sandbox/changbai/+/" + CoreApi.APP_ID + "/#";

    /** More waiting questions than this are dropped: their askers have given up by the time they would be answered. */
    private static final int MOST_WAITING = 10_000;

    private final Switchboard switchboard;
    private final ScheduledThreadPoolExecutor workers;
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Mqtt5AsyncClient client;

    BrokerSession(URI broker, PemKeys keys, Switchboard switchboard) {
        this.switchboard = switchboard;
        AtomicInteger count = new AtomicInteger();
        this.workers =
                new ScheduledThreadPoolExecutor(4, work -> new Thread(work, "sandbox-desk-" + count.incrementAndGet()));
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.client = client(broker, keys);
    }

    /** Returns at once; connects in the background. */
    BrokerSession start() {
        client.publishes(MqttGlobalPublishFilter.ALL, this::arrived);
        client.connectWith().cleanStart(true).keepAlive(20).send().whenComplete((ack, failure) -> {
            if (failure != null) {
                LOG.warn("No session with the broker: {}", failure.getMessage());
            }
        });
        return this;
    }

    boolean awaitSubscribed(Duration longest) throws InterruptedException {
        return subscribed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        workers.shutdown();
        client.disconnect().exceptionally(alreadyGone -> null).orTimeout(2, TimeUnit.SECONDS);
    }

    private Mqtt5AsyncClient client(URI broker, PemKeys keys) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(PemKeys.NAME)
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(keys.own())
                        .trustManagerFactory(keys.trusted())
                        .build())
                .automaticReconnect()
                .initialDelay(500, TimeUnit.MILLISECONDS)
                .maxDelay(10, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> subscribe())
                .addDisconnectedListener(context ->
                        LOG.warn("The broker is away: {}", context.getCause().getMessage()))
                .buildAsync();
    }

    private void subscribe() {
        client.subscribeWith()
                .topicFilter(QUESTIONS)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .whenComplete((ack, failure) -> {
                    if (failure == null) {
                        LOG.info("Answering {}", QUESTIONS);
                        subscribed.countDown();
                    } else {
                        LOG.error("The broker refused the subscription: {}", failure.getMessage());
                    }
                });
    }

    private void arrived(Mqtt5Publish publish) {
        if (workers.getQueue().size() < MOST_WAITING && !workers.isShutdown()) {
            workers.execute(() -> switchboard
                    .take(publish.getTopic().toString(), publish.getPayloadAsBytes())
                    .ifPresent(this::post));
        }
    }

    private void post(Switchboard.Posted reply) {
        workers.schedule(() -> send(reply), reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(Switchboard.Posted reply) {
        client.publishWith()
                .topic(reply.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(reply.payload())
                .send()
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        LOG.warn("An answer was not sent: {}", failure.getMessage());
                    }
                });
    }
}
