package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.link.internal.MqttTransport.Events;
import io.changbai.platform.link.internal.MqttTransport.Plan;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.ScheduledExecutorPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** One Paho client, used once. Its callbacks only hand over: blocking there stops CONNACK and SUBACK too. */
final class PahoSession implements MqttTransport.Session, MqttCallback {

    /** Publishes without PUBACK we allow, below the limit Paho is given: its answer at the limit is an exception. */
    private static final int MOST_UNACKNOWLEDGED = 60;

    private static final int PAHO_LIMIT = 100;
    private static final int GRANTED_NOTHING = 0x80;
    private static final long ORDERLY_MILLIS = 2_000;

    private final PahoThreads threads = new PahoThreads();
    private final OpenSockets sockets;
    private final Plan plan;
    private final Events events;
    private final Executor background;
    private final MqttAsyncClient client;
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    PahoSession(Plan plan, Events events, Executor background) throws MqttException {
        this.plan = plan;
        this.events = events;
        this.background = background;
        this.sockets = new OpenSockets(plan.tls().getSocketFactory());
        this.client = new MqttAsyncClient(
                plan.broker().toString(),
                plan.clientId(),
                new MemoryPersistence(),
                new ScheduledExecutorPingSender(threads),
                threads);
        client.setCallback(this);
    }

    void connect() {
        try {
            client.connect(options(), null, listener(token -> events.opened()));
        } catch (MqttException e) {
            fail(e);
        }
    }

    /**
     * Clean session, as Kura: MQTT 3.1.1 has no expiry, and a command queued yesterday must not run today. What the terminal
     * has to say is safe in the journal, not in a session.
     */
    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setAutomaticReconnect(false);
        options.setMaxInflight(PAHO_LIMIT);
        options.setConnectionTimeout((int) Math.max(1, plan.patience().toSeconds()));
        options.setKeepAliveInterval((int) Math.max(1, plan.keepAlive().toSeconds()));
        options.setWill(plan.willTopic(), plan.will(), 0, false);
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(true);
        return options;
    }

    @Override
    public void subscribe(String filter) {
        try {
            client.subscribe(filter, 1, null, listener(this::subscribed));
        } catch (MqttException e) {
            fail(e);
        }
    }

    private void subscribed(IMqttToken token) {
        int[] granted = token.getGrantedQos();
        if (granted != null && granted.length > 0 && granted[0] == GRANTED_NOTHING) {
            fail(new LinkFault("LNK-REFUSED", "The broker lets this terminal not read its own topics."));
        } else {
            events.subscribed();
        }
    }

    @Override
    public boolean publish(String topic, byte[] payload, int qos) {
        if (ended.get() || unacknowledged.get() >= MOST_UNACKNOWLEDGED) {
            return false;
        }
        unacknowledged.incrementAndGet();
        try {
            client.publish(topic, payload, qos, false, null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    unacknowledged.decrementAndGet();
                }

                @Override
                public void onFailure(IMqttToken token, Throwable why) {
                    unacknowledged.decrementAndGet();
                }
            });
            return true;
        } catch (MqttException | IllegalArgumentException e) {
            unacknowledged.decrementAndGet();
            return false;
        }
    }

    @Override
    public void disconnect() {
        if (ended.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    client.disconnect(ORDERLY_MILLIS).waitForCompletion(ORDERLY_MILLIS + 500);
                } catch (MqttException e) {
                    // It was gone already, or the broker does not listen any more: the forced end follows anyway.
                }
                tearDown();
            });
        }
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            background.execute(this::tearDown);
        }
    }

    /** The socket first: without it nothing of Paho's can wait for the network any more. */
    private void tearDown() {
        sockets.closeAll();
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException | RuntimeException e) {
            // Known to fail while connecting; the threads end with their pool below.
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            // As above.
        }
        threads.shutdownNow();
        try {
            threads.awaitTermination(plan.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sockets.closeAll(); // one may have been made between
    }

    @Override
    public void connectionLost(Throwable cause) {
        fail(PahoFaults.of(cause, "The session to the platform was lost."));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (!ended.get()) {
            events.arrived(topic, message.getPayload());
        }
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // A PUBACK frees the window, nothing else; the listener of each publish has done that.
    }

    private void fail(Throwable why) {
        fail(PahoFaults.of(why, "The broker cannot be reached."));
    }

    private void fail(LinkFault why) {
        if (!ended.get()) {
            events.failed(why);
        }
    }

    private IMqttActionListener listener(Consumer<IMqttToken> success) {
        return new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                if (!ended.get()) {
                    success.accept(token);
                }
            }

            @Override
            public void onFailure(IMqttToken token, Throwable why) {
                fail(why);
            }
        };
    }
}
