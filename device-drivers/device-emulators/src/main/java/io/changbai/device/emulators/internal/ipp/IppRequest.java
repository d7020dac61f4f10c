package io.changbai.device.emulators.internal.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request, taken apart: attributes of all its groups by name, and the document that follows them. */
final class IppRequest {
    private final int version;
    private final int operation;
    private final int id;
    private final Map<String, List<byte[]>> attributes = new LinkedHashMap<>();
    private final byte[] document;

    private IppRequest(ByteBuffer in) throws MalformedIpp {
        version = in.getShort() & 0xFFFF;
        operation = in.getShort() & 0xFFFF;
        id = in.getInt();
        groups(in);
        document = new byte[in.remaining()];
        in.get(document);
    }

    static IppRequest parse(byte[] message) throws MalformedIpp {
        try {
            return new IppRequest(ByteBuffer.wrap(message));
        } catch (BufferUnderflowException e) {
            throw new MalformedIpp("the message stops in the middle");
        }
    }

    /** Major version in the high byte, minor in the low one. */
    int version() {
        return version;
    }

    int operation() {
        return operation;
    }

    int id() {
        return id;
    }

    byte[] document() {
        return document;
    }

    /** The names of the attributes in the order sent; the first two are prescribed. */
    List<String> names() {
        return List.copyOf(attributes.keySet());
    }

    Optional<String> text(String name) {
        return first(name).map(value -> new String(value, UTF_8));
    }

    List<String> texts(String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .map(value -> new String(value, UTF_8))
                .toList();
    }

    Optional<Integer> number(String name) {
        return first(name)
                .filter(value -> value.length == 4)
                .map(value -> ByteBuffer.wrap(value).getInt());
    }

    boolean flag(String name) {
        return first(name).filter(value -> value.length == 1 && value[0] != 0).isPresent();
    }

    private Optional<byte[]> first(String name) {
        return attributes.getOrDefault(name, List.of()).stream().findFirst();
    }

    private void groups(ByteBuffer in) throws MalformedIpp {
        String last = null;
        int depth = 0;
        int tag = in.get() & 0xFF;
        while (tag != IppTag.END) {
            if (tag <= IppTag.HIGHEST_DELIMITER) {
                last = null;
            } else {
                String name = new String(take(in), UTF_8);
                byte[] value = take(in);
                depth -= tag == IppTag.END_COLLECTION ? 1 : 0;
                // Members of collections (media-col) are stepped over: this printer has one tray and one paper.
                if (depth == 0 && tag != IppTag.END_COLLECTION) {
                    last = name.isEmpty() ? last : name;
                    add(last, value);
                }
                depth += tag == IppTag.BEGIN_COLLECTION ? 1 : 0;
            }
            tag = in.get() & 0xFF;
        }
    }

    private void add(String name, byte[] value) throws MalformedIpp {
        if (name == null) {
            throw new MalformedIpp("a value without an attribute");
        }
        attributes.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static byte[] take(ByteBuffer in) {
        int length = in.getShort() & 0xFFFF;
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
