package io.changbai.platform.messages;

import com.google.protobuf.CodedOutputStream;
import io.changbai.platform.messages.KuraPayload.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Payload to protobuf. */
final class PayloadWriter {

    private PayloadWriter() {}

    public static byte[] write(KuraPayload payload) {
        return message(out -> {
            if (payload.timestamp().isPresent()) {
                out.writeInt64(Wire.TIMESTAMP, payload.timestamp().get().toEpochMilli());
            }
            if (payload.position().isPresent()) {
                out.writeByteArray(Wire.POSITION, position(payload.position().get()));
            }
            for (Map.Entry<String, Object> metric : new TreeMap<>(payload.metrics()).entrySet()) {
                out.writeByteArray(Wire.METRIC, metric(metric.getKey(), metric.getValue()));
            }
            if (payload.body().isPresent()) {
                out.writeByteArray(Wire.BODY, payload.body().get());
            }
        });
    }

    private static byte[] position(Position position) {
        return message(out -> {
            out.writeDouble(Wire.LATITUDE, position.latitude());
            out.writeDouble(Wire.LONGITUDE, position.longitude());
            if (position.altitude().isPresent()) {
                out.writeDouble(Wire.ALTITUDE, position.altitude().get());
            }
        });
    }

    private static byte[] metric(String name, Object value) {
        int field = fieldOf(name, value);
        return message(out -> {
            out.writeString(Wire.NAME, name);
            out.writeEnum(Wire.TYPE, field - Wire.TYPE_OFFSET);
            writeValue(out, field, value);
        });
    }

    private static int fieldOf(String name, Object value) {
        if (value instanceof String) {
            return Wire.STRING;
        } else if (value instanceof Integer) {
            return Wire.INT;
        } else if (value instanceof Long) {
            return Wire.LONG;
        } else if (value instanceof Double) {
            return Wire.DOUBLE;
        } else if (value instanceof Float) {
            return Wire.FLOAT;
        } else if (value instanceof Boolean) {
            return Wire.BOOL;
        } else if (value instanceof byte[]) {
            return Wire.BYTES;
        }
        throw new IllegalArgumentException(
                "metric " + name + " is a " + value.getClass().getName());
    }

    private static void writeValue(CodedOutputStream out, int field, Object value) throws IOException {
        switch (field) {
            case Wire.STRING -> out.writeString(field, (String) value);
            case Wire.INT -> out.writeInt32(field, (Integer) value);
            case Wire.LONG -> out.writeInt64(field, (Long) value);
            case Wire.DOUBLE -> out.writeDouble(field, (Double) value);
            case Wire.FLOAT -> out.writeFloat(field, (Float) value);
            case Wire.BOOL -> out.writeBool(field, (Boolean) value);
            default -> out.writeByteArray(field, (byte[]) value);
        }
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }
}
