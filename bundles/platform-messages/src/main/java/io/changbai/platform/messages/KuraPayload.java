package io.changbai.platform.messages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What every message carries, as Eclipse Kura defines it: typed metrics and a body.
 *
 * @param timestamp when the message was built, millisecond precision
 * @param metrics values are String, Double, Float, Long, Integer, Boolean or byte[]; nothing else
 * @param body opaque here; for our own messages JSON in UTF-8; empty when there is none
 */
public record KuraPayload(
        Optional<Instant> timestamp, Optional<Position> position, Map<String, Object> metrics, Optional<byte[]> body) {

    public KuraPayload {
        metrics = Map.copyOf(metrics);
    }

    /** Degrees and metres; latitude and longitude are required on the wire. */
    public record Position(double latitude, double longitude, Optional<Double> altitude) {}

    /** Payloads may hold residents' data. */
    @Override
    public String toString() {
        return "KuraPayload[" + metrics.size() + " metrics, "
                + body.map(bytes -> bytes.length).orElse(0) + " bytes]";
    }
}
