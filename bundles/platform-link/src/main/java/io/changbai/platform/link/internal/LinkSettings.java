package io.changbai.platform.link.internal;

import java.time.Duration;

/**
 * The link's times.
 *
 * @param phaseDeadline for opening (TCP, TLS, CONNACK) and again for subscribing
 * @param firstBackOff before the second attempt; doubles up to {@code longestBackOff}
 * @param takenOverBackOff when another terminal uses the same certificate
 * @param resendAfter a feed record that was not answered is sent again
 */
record LinkSettings(
        Duration phaseDeadline,
        Duration keepAlive,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration takenOverBackOff,
        Duration resendAfter) {

    static LinkSettings standard() {
        return new LinkSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30));
    }
}
