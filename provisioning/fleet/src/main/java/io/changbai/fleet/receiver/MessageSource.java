package io.changbai.fleet.receiver;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where terminals' messages come from: competing consumers that acknowledge after the commit. MQTT 5 shared
 * subscriptions are one; AMQP, JetStream or Kafka can stand behind it too.
 */
public interface MessageSource extends AutoCloseable {

    /** Begins to deliver, and goes on through lost connections. The sink must only hand over. Returns at once. */
    void open(Consumer<Delivery> sink);

    /** Sends to a terminal; lost when there is no connection, because the terminal then asks again. */
    void send(String topic, byte[] payload);

    boolean isConnected();

    @Override
    void close();

    /** One message; it comes again, here or at another worker, until it is acknowledged. */
    interface Delivery {
        String topic();

        byte[] payload();

        Instant receivedAt();

        void acknowledge();
    }
}
