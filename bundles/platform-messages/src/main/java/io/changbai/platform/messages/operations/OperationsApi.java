package io.changbai.platform.messages.operations;

/** Application ids and resources a terminal publishes to under {@code <account>/<terminal>/}. */
public final class OperationsApi {

    /** Telemetry: {@code TEL-V1/POST/state} (last value, not acknowledged) and {@code TEL-V1/POST/event} (acknowledged). */
    public static final String TELEMETRY = "TEL-V1";

    /** Transactions: {@code TXN-V1/POST/record}; acknowledged by a REPLY with 200 only after the receiver's commit. */
    public static final String TRANSACTIONS = "TXN-V1";

    /** Commands of operations to the terminal: {@code $EDC/<account>/<terminal>/KIOSK-V1/...}. */
    public static final String COMMANDS = "KIOSK-V1";

    public static final String STATE = "state";
    public static final String EVENT = "event";
    public static final String RECORD = "record";

    /** Metrics every message of ours carries beside Kura's own. */
    public static final String METRIC_BOOT_ID = "boot.id";

    /** INT64; the journal's sequence for feeds, a counter since boot for state. */
    public static final String METRIC_SEQUENCE = "sequence";

    /** STRING; epoch of the journal the sequence belongs to. */
    public static final String METRIC_EPOCH = "epoch";

    /** STRING; {@code SYNCHRONISED}, {@code UNSYNCHRONISED} or {@code UNKNOWN}. */
    public static final String METRIC_CLOCK_QUALITY = "clock.quality";

    /** INT32; version of the JSON body's schema, 1 in this release. */
    public static final String METRIC_SCHEMA = "schema";

    private OperationsApi() {}
}
