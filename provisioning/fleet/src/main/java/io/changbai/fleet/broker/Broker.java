package io.changbai.fleet.broker;

import java.net.URI;

/**
 * A running MQTT broker that lets nobody in without a certificate of our authority, calls each client by the name in its
 * certificate, and gives it the topics of {@link TopicRights}. Sessions and queued messages survive a restart over the
 * same data folder.
 */
public interface Broker extends AutoCloseable {

    /** Where clients connect, for example {@code ssl://127.0.0.1:18883}. */
    URI uri();

    boolean isRunning();

    /** Ends it and waits for its end; nothing is left but its data folder. */
    @Override
    void close();
}
