package io.changbai.platform.link;

/**
 * A journal feed the link drains, oldest first. Contributed as a service by the room that writes the feed. Each record's
 * payload is the JSON body; it is published to {@code <account>/<terminal>/<appId>/POST/<resource>} and acknowledged in
 * the journal only when the platform has answered 200.
 */
public interface OutboundFeed {

    /** Name of the journal feed. */
    String feed();

    String appId();

    String resource();

    /** Feeds with a lower number are drained first: 1 alarms, 2 transactions, 3 events, 4 metrics. */
    int drainOrder();
}
