package io.changbai.platform.link.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.operations.OperationsApi;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Puts on every message who says it, in which life of the application, and as which in order. */
final class Envelope {

    private static final int SCHEMA = 1;

    /** Nothing asks the time service yet. */
    private static final String CLOCK_QUALITY = "UNKNOWN";

    private final Clock clock;
    private final String bootId;
    private final AtomicLong counter = new AtomicLong();

    Envelope(Clock clock, String bootId) {
        this.clock = clock;
        this.bootId = bootId;
    }

    String bootId() {
        return bootId;
    }

    Clock clock() {
        return clock;
    }

    /** Unique among all questions of this terminal, also over restarts. */
    String freshRequestId() {
        return bootId + "-" + counter.incrementAndGet();
    }

    KuraPayload question(String requestId, String terminalId, byte[] body) {
        Map<String, Object> metrics = common(counter.incrementAndGet());
        metrics.put(Reply.REQUEST_ID, requestId);
        metrics.put(Reply.REQUESTER, terminalId);
        return wrap(metrics, body);
    }

    /** The request id of a feed record is the same at every resend, so that receivers can drop duplicates. */
    static String requestId(JournalRecord entry) {
        return entry.feed() + "-" + entry.epoch() + "-" + entry.sequence();
    }

    KuraPayload feed(JournalRecord entry, String terminalId) {
        Map<String, Object> metrics = common(entry.sequence());
        metrics.put(OperationsApi.METRIC_EPOCH, entry.epoch());
        metrics.put(Reply.REQUEST_ID, requestId(entry));
        metrics.put(Reply.REQUESTER, terminalId);
        return wrap(metrics, entry.payload());
    }

    KuraPayload state(byte[] body) {
        return wrap(common(counter.incrementAndGet()), body);
    }

    KuraPayload reply(int code, byte[] body) {
        Map<String, Object> metrics = common(counter.incrementAndGet());
        metrics.put(Reply.CODE, code);
        return wrap(metrics, body);
    }

    /** For births, whose metrics are all text. */
    Map<String, String> asText() {
        return Map.of(OperationsApi.METRIC_BOOT_ID, bootId, OperationsApi.METRIC_CLOCK_QUALITY, CLOCK_QUALITY);
    }

    private Map<String, Object> common(long sequence) {
        Map<String, Object> metrics = new HashMap<>();
        metrics.put(OperationsApi.METRIC_BOOT_ID, bootId);
        metrics.put(OperationsApi.METRIC_SEQUENCE, sequence);
        metrics.put(OperationsApi.METRIC_CLOCK_QUALITY, CLOCK_QUALITY);
        metrics.put(OperationsApi.METRIC_SCHEMA, SCHEMA);
        return metrics;
    }

    private KuraPayload wrap(Map<String, Object> metrics, byte[] body) {
        Optional<byte[]> some = body.length == 0 ? Optional.empty() : Optional.of(body);
        return new KuraPayload(Optional.of(clock.instant()), Optional.empty(), metrics, some);
    }
}
