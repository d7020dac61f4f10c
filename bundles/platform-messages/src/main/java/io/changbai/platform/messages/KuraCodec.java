package io.changbai.platform.messages;

import java.util.Map;
import java.util.Optional;

/**
 * {@link KuraPayload} to and from the bytes of an MQTT message, as Eclipse Kura does it.
 *
 * <p>Encoding compresses the whole message when, and only when, that makes it strictly shorter. Decoding never throws: a
 * message that does not parse becomes a payload without metrics whose body is the raw message.
 */
public final class KuraCodec {

    /** Most bytes a compressed message may grow to, 1 MiB; Kura itself has no limit and can be filled up. */
    public static final int MAX_INFLATED = 1 << 20;

    private KuraCodec() {}

    /** @throws IllegalArgumentException a metric has a value of a class the wire does not know; a defect of the caller */
    public static byte[] encode(KuraPayload payload) {
        byte[] plain = encodePlain(payload);
        byte[] packed = Gzip.deflate(plain);
        return packed.length < plain.length ? packed : plain;
    }

    /** As {@link #encode}, never compressed. Equal payloads give equal bytes: metrics go out sorted by name. */
    public static byte[] encodePlain(KuraPayload payload) {
        return PayloadWriter.write(payload);
    }

    /** Reads a message, inflating to at most {@link #MAX_INFLATED}. */
    public static KuraPayload decode(byte[] message) {
        return decode(message, MAX_INFLATED);
    }

    /** @param maxInflated a compressed message that would grow beyond this is treated as garbage */
    public static KuraPayload decode(byte[] message, int maxInflated) {
        byte[] plain = Gzip.looksCompressed(message)
                ? Gzip.inflate(message, maxInflated).orElse(message)
                : message;
        try {
            return PayloadReader.read(plain);
        } catch (MalformedWireException garbage) {
            return new KuraPayload(Optional.empty(), Optional.empty(), Map.of(), Optional.of(message.clone()));
        }
    }
}
