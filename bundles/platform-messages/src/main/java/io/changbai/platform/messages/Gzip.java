package io.changbai.platform.messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Whole-message compression. There is no header or topic mark for it: the first two bytes tell. */
final class Gzip {

    private Gzip() {}

    /** A plain payload can never begin 1f 8b: 1f would be a field of wire type 7, which does not exist. */
    public static boolean looksCompressed(byte[] message) {
        return message.length > 2 && (message[0] & 0xff) == 0x1f && (message[1] & 0xff) == 0x8b;
    }

    public static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }

    /** Empty when it is no gzip, is cut short, or would be longer than {@code max}. */
    public static Optional<byte[]> inflate(byte[] packed, int max) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = gzip.readNBytes(max);
            return gzip.read() < 0 ? Optional.of(plain) : Optional.empty();
        } catch (IOException notGzip) {
            return Optional.empty();
        }
    }
}
