package io.changbai.platform.link;

/** Publishes last-value state: lost when there is no session, because the next one replaces it. */
public interface StatePublisher {

    /**
     * Publishes to {@code <account>/<terminal>/<appId>/POST/<resource>}, QoS 1, not retained; dropped without a session.
     *
     * @param body a record of platform-messages, sent as JSON
     */
    void publish(String appId, String resource, Object body);
}
