package io.changbai.platform.messages;

import com.google.protobuf.CodedInputStream;
import io.changbai.platform.messages.KuraPayload.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Protobuf to payload. Unknown fields are skipped; of metrics with equal names the last wins. */
final class PayloadReader {

    private Optional<Instant> timestamp = Optional.empty();
    private Optional<Position> position = Optional.empty();
    private Optional<byte[]> body = Optional.empty();
    private final Map<String, Object> metrics = new HashMap<>();

    private PayloadReader() {}

    public static KuraPayload read(byte[] message) throws MalformedWireException {
        try {
            return new PayloadReader().payload(CodedInputStream.newInstance(message));
        } catch (IOException notProtobuf) {
            throw new MalformedWireException("not a KuraPayload");
        }
    }

    private KuraPayload payload(CodedInputStream in) throws IOException, MalformedWireException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == Wire.varint(Wire.TIMESTAMP)) {
                timestamp = Optional.of(Instant.ofEpochMilli(in.readInt64()));
            } else if (tag == Wire.delimited(Wire.POSITION)) {
                position = Optional.of(position(nested(in)));
            } else if (tag == Wire.delimited(Wire.METRIC)) {
                readMetric(nested(in));
            } else if (tag == Wire.delimited(Wire.BODY)) {
                body = Optional.of(in.readByteArray());
            } else {
                skip(in, tag);
            }
        }
        return new KuraPayload(timestamp, position, metrics, body);
    }

    private void readMetric(CodedInputStream in) throws IOException, MalformedWireException {
        String name = null;
        int type = -1;
        Map<Integer, Object> values = new HashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == Wire.delimited(Wire.NAME)) {
                name = in.readString();
            } else if (tag == Wire.varint(Wire.TYPE)) {
                type = in.readEnum();
            } else if (!readValue(in, tag, values)) {
                skip(in, tag);
            }
        }
        // Both are required in Kura's schema, and its decoder refuses the whole message without them.
        if (name == null || type < 0 || type >= Wire.TYPES) {
            throw new MalformedWireException("a metric without name or type");
        }
        metrics.put(name, values.getOrDefault(type + Wire.TYPE_OFFSET, absent(type + Wire.TYPE_OFFSET)));
    }

    private static boolean readValue(CodedInputStream in, int tag, Map<Integer, Object> values) throws IOException {
        if (tag == Wire.fixed64(Wire.DOUBLE)) {
            values.put(Wire.DOUBLE, in.readDouble());
        } else if (tag == Wire.fixed32(Wire.FLOAT)) {
            values.put(Wire.FLOAT, in.readFloat());
        } else if (tag == Wire.varint(Wire.LONG)) {
            values.put(Wire.LONG, in.readInt64());
        } else if (tag == Wire.varint(Wire.INT)) {
            values.put(Wire.INT, in.readInt32());
        } else if (tag == Wire.varint(Wire.BOOL)) {
            values.put(Wire.BOOL, in.readBool());
        } else if (tag == Wire.delimited(Wire.STRING)) {
            values.put(Wire.STRING, in.readString());
        } else if (tag == Wire.delimited(Wire.BYTES)) {
            values.put(Wire.BYTES, in.readByteArray());
        } else {
            return false;
        }
        return true;
    }

    /** A metric that names its type and omits its value has protobuf's default value. */
    private static Object absent(int field) {
        return switch (field) {
            case Wire.DOUBLE -> 0.0;
            case Wire.FLOAT -> 0.0f;
            case Wire.LONG -> 0L;
            case Wire.INT -> 0;
            case Wire.BOOL -> false;
            case Wire.STRING -> "";
            default -> new byte[0];
        };
    }

    private static Position position(CodedInputStream in) throws IOException, MalformedWireException {
        Map<Integer, Double> read = new HashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = tag >>> 3;
            if (tag == Wire.fixed64(field) && field <= Wire.ALTITUDE) {
                read.put(field, in.readDouble());
            } else {
                skip(in, tag);
            }
        }
        if (!read.containsKey(Wire.LATITUDE) || !read.containsKey(Wire.LONGITUDE)) {
            throw new MalformedWireException("a position without both coordinates");
        }
        return new Position(
                read.get(Wire.LATITUDE), read.get(Wire.LONGITUDE), Optional.ofNullable(read.get(Wire.ALTITUDE)));
    }

    private static CodedInputStream nested(CodedInputStream in) throws IOException {
        return CodedInputStream.newInstance(in.readByteArray());
    }

    private static void skip(CodedInputStream in, int tag) throws IOException, MalformedWireException {
        if (!in.skipField(tag)) {
            throw new MalformedWireException("a group ends that never began");
        }
    }
}
