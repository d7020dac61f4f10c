package io.changbai.fleet.receiver;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.operations.TerminalState;
import io.changbai.platform.messages.operations.TransactionRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as terminals send them. */
public final class Messages {

    private Messages() {}

    public static byte[] step(String terminal, long sequence, String transaction, int step, String state) {
        TransactionRecord record = new TransactionRecord(
                transaction, step, "participation-certificate", state, null, "START", "C-1", "2026-11-23T08:00:00Z");
        return record(terminal, sequence, JsonCodec.write(record));
    }

    public static byte[] record(String terminal, long sequence, byte[] body) {
        Map<String, Object> metrics = new HashMap<>();
        metrics.put("request.id", "transactions-e1-" + sequence);
        metrics.put("requester.client.id", terminal);
        metrics.put("epoch", "e1");
        metrics.put("sequence", sequence);
        metrics.put("boot.id", "b1");
        return encode(metrics, body);
    }

    public static byte[] state(String bootId, List<TerminalState.DeviceReport> devices) {
        TerminalState state = new TerminalState("IN_SERVICE", "Yinxing Road hall", "0.1.0", 12, 40_000_000, 0, devices);
        return encode(Map.of("boot.id", bootId, "sequence", 1L), JsonCodec.write(state));
    }

    public static byte[] birth(String bootId) {
        return encode(Map.of("boot.id", bootId), new byte[0]);
    }

    static byte[] garbage() {
        return "not a payload".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encode(Map<String, Object> metrics, byte[] body) {
        return KuraCodec.encode(new KuraPayload(
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                metrics,
                Optional.of(body).filter(b -> b.length > 0)));
    }
}
