package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Opens MQTT 3.1.1 sessions. One library per implementation, its defects fenced behind this door. */
interface MqttTransport {

    /**
     * Begins to open a session and returns at once. How it goes is told to {@code events}, on the transport's threads. The
     * caller keeps the deadlines and closes what takes too long.
     */
    Session open(Plan plan, Events events);

    /** Waits, at most {@code patience}, until all closed sessions have let go of their threads and sockets. */
    void awaitClosed(Duration patience) throws InterruptedException;

    /**
     * @param broker {@code ssl://host:port}; its certificate must prove that host
     * @param patience after which even a thread nobody waits for any more ends
     * @param willTopic where the broker publishes {@code will}, QoS 0, not retained, when the session is lost
     */
    record Plan(
            URI broker,
            String clientId,
            SSLContext tls,
            String willTopic,
            byte[] will,
            Duration patience,
            Duration keepAlive) {}

    /** One session, from its first packet on. Calls never block for the network. */
    interface Session {

        /** QoS 1; ends in {@link Events#subscribed} or {@link Events#failed}. */
        void subscribe(String filter);

        /**
         * Not retained.
         *
         * @return false when it was certainly not sent: session gone, or too many publishes without PUBACK
         */
        boolean publish(String topic, byte[] payload, int qos);

        /** Ends in order: what was published goes out first, for at most two seconds, and the will is not sent. */
        void disconnect();

        /** Ends at once; the broker then publishes the will. Harmless after an end. */
        void close();
    }

    /** What a session reports. Implementations must only hand over. */
    interface Events {

        void opened();

        void subscribed();

        void arrived(String topic, byte[] payload);

        /** The session could not be opened, or is lost. */
        void failed(LinkFault why);
    }
}
