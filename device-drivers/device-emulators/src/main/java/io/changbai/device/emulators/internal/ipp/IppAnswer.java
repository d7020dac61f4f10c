package io.changbai.device.emulators.internal.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;

/** Builds an answer, attribute by attribute, in the order written. */
final class IppAnswer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Predicate<String> wanted = name -> true;

    /** An answer in the version of the request. */
    IppAnswer(int status, IppRequest request) {
        out.writeBytes(ByteBuffer.allocate(8)
                .putShort((short) request.version())
                .putShort((short) status)
                .putInt(request.id())
                .array());
        group(IppTag.OPERATION);
        text(IppTag.CHARSET, "attributes-charset", "utf-8");
        text(IppTag.LANGUAGE, "attributes-natural-language", "en");
    }

    /** From here on only attributes that were asked for are written. */
    IppAnswer only(Predicate<String> names) {
        wanted = names;
        return this;
    }

    IppAnswer group(int tag) {
        out.write(tag);
        return this;
    }

    IppAnswer text(int tag, String name, String... values) {
        return texts(tag, name, List.of(values));
    }

    IppAnswer texts(int tag, String name, List<String> values) {
        if (!wanted.test(name)) {
            return this;
        }
        String shown = name;
        for (String value : values) {
            write(tag, shown, value.getBytes(UTF_8));
            shown = "";
        }
        return this;
    }

    IppAnswer number(int tag, String name, int... values) {
        if (!wanted.test(name)) {
            return this;
        }
        String shown = name;
        for (int value : values) {
            write(tag, shown, ByteBuffer.allocate(4).putInt(value).array());
            shown = "";
        }
        return this;
    }

    IppAnswer flag(String name, boolean value) {
        return attribute(IppTag.BOOLEAN, name, new byte[] {(byte) (value ? 1 : 0)});
    }

    IppAnswer range(String name, int from, int to) {
        return attribute(
                IppTag.RANGE,
                name,
                ByteBuffer.allocate(8).putInt(from).putInt(to).array());
    }

    IppAnswer resolution(String name, int dotsPerInch) {
        ByteBuffer value = ByteBuffer.allocate(9).putInt(dotsPerInch).putInt(dotsPerInch);
        return attribute(IppTag.RESOLUTION, name, value.put((byte) 3).array());
    }

    IppAnswer noValue(String name) {
        return attribute(IppTag.NO_VALUE, name, new byte[0]);
    }

    IppAnswer attribute(int tag, String name, byte[] value) {
        if (wanted.test(name)) {
            write(tag, name, value);
        }
        return this;
    }

    private void write(int tag, String name, byte[] value) {
        byte[] nameBytes = name.getBytes(UTF_8);
        out.write(tag);
        length(nameBytes.length);
        out.writeBytes(nameBytes);
        length(value.length);
        out.writeBytes(value);
    }

    byte[] bytes() {
        out.write(IppTag.END);
        return out.toByteArray();
    }

    private void length(int length) {
        out.write(length >> 8);
        out.write(length);
    }
}
