package io.changbai.platform.messages;

import io.changbai.platform.messages.KuraPayload.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payloads of the life-cycle messages under {@code $EDC/<account>/<client>/MQTT/}. All metrics are STRING, numbers too. All
 * four are QoS 1 or 0, never retained; the last will is {@link #lastWill() empty}.
 */
public final class LifeCycle {

    /** The four messages: session begins, applications changed, session ends in order, session was lost. */
    public enum Kind {
        BIRTH,
        APPS,
        DC,
        LWT;

        static Optional<Kind> of(String level) {
            for (Kind kind : values()) {
                if (kind.name().equals(level)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    private LifeCycle() {}

    /**
     * What a birth certificate says of the terminal; what the Java runtime knows is added by {@link #birth}.
     *
     * @param applicationIds of the command handlers, for example {@code KIOSK-V1}
     * @param extra further metrics, for example {@code boot.id}; must not be empty texts
     */
    public record Terminal(
            String displayName,
            String modelName,
            String serialNumber,
            String firmwareVersion,
            long uptimeMillis,
            List<String> applicationIds,
            Map<String, String> extra) {
        public Terminal {
            applicationIds = List.copyOf(applicationIds);
            extra = Map.copyOf(extra);
        }
    }

    /** Payload of BIRTH, and of APPS, which says the same again. Position is always there, 0.0 without GPS. */
    public static KuraPayload birth(Instant now, Terminal terminal) {
        Map<String, Object> metrics = new HashMap<>(terminal.extra());
        metrics.put("uptime", Long.toString(terminal.uptimeMillis()));
        metrics.put("display_name", terminal.displayName());
        metrics.put("model_name", terminal.modelName());
        metrics.put("model_id", terminal.modelName());
        metrics.put("serial_number", terminal.serialNumber());
        metrics.put("firmware_version", terminal.firmwareVersion());
        metrics.put("application_framework", "Changbai");
        metrics.put("application_framework_version", terminal.firmwareVersion());
        metrics.put("application_ids", String.join(",", terminal.applicationIds()));
        metrics.put("accept_encoding", "gzip");
        metrics.put("payload_encoding", "KURA_PROTOBUF");
        metrics.put("connection_interface", "UNKNOWN");
        metrics.put("connection_ip", "UNKNOWN");
        addRuntime(metrics);
        metrics.values().removeIf(""::equals); // A metric with no value is left out.
        return new KuraPayload(
                Optional.of(now), Optional.of(new Position(0.0, 0.0, Optional.of(0.0))), metrics, Optional.empty());
    }

    private static void addRuntime(Map<String, Object> metrics) {
        metrics.put("os", property("os.name"));
        metrics.put("os_version", property("os.version"));
        metrics.put("os_arch", property("os.arch"));
        metrics.put("jvm_name", property("java.vm.name"));
        metrics.put("jvm_version", (property("java.vm.version") + " " + property("java.vm.info")).strip());
        metrics.put("jvm_vendor", property("java.vm.vendor"));
        metrics.put(
                "available_processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        metrics.put("total_memory", Long.toString(Runtime.getRuntime().totalMemory() / 1024));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** Payload of DC: sent before an orderly disconnect. */
    public static KuraPayload disconnect(Instant now, long uptimeMillis, String displayName) {
        Map<String, Object> metrics = Map.of("uptime", Long.toString(uptimeMillis), "display_name", displayName);
        return new KuraPayload(Optional.of(now), Optional.empty(), metrics, Optional.empty());
    }

    /** No bytes at all, as real Kura sends. */
    public static byte[] lastWill() {
        return new byte[0];
    }
}
