package io.changbai.platform.messages;

import com.google.protobuf.WireFormat;

/**
 * Kura's field table, proto2 package {@code kuradatatypes}. The tag is the field number with its wire type.
 *
 * <pre>
 * KuraPayload   1 timestamp int64 · 2 position · 5000 metric, repeated · 5001 body bytes · 3–4999 extensions
 * KuraMetric    1 name string, required · 2 type enum, required
 *               3 double · 4 float · 5 int64 · 6 int32 (plain varint: -1 takes ten bytes) · 7 bool · 8 string · 9 bytes
 * KuraPosition  1 latitude, 2 longitude double, required · 3 altitude double · 4–9 precision, heading, speed, timestamp,
 *               satellites, status (skipped here)
 * </pre>
 */
final class Wire {

    static final int TIMESTAMP = 1;
    static final int POSITION = 2;
    static final int METRIC = 5000;
    static final int BODY = 5001;

    static final int NAME = 1;
    static final int TYPE = 2;
    static final int DOUBLE = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int INT = 6;
    static final int BOOL = 7;
    static final int STRING = 8;
    static final int BYTES = 9;

    static final int LATITUDE = 1;
    static final int LONGITUDE = 2;
    static final int ALTITUDE = 3;

    /** Enum values of KuraMetric.type are its value's field number less this: DOUBLE 0 … BYTES 6. */
    static final int TYPE_OFFSET = DOUBLE;

    static final int TYPES = 7;

    private Wire() {}

    static int varint(int field) {
        return field << 3 | WireFormat.WIRETYPE_VARINT;
    }

    static int fixed64(int field) {
        return field << 3 | WireFormat.WIRETYPE_FIXED64;
    }

    static int fixed32(int field) {
        return field << 3 | WireFormat.WIRETYPE_FIXED32;
    }

    static int delimited(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
