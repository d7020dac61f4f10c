package io.changbai.document.camera.internal.picture;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageOutputStreamImpl;

/** A bounded array as the JDK's encoder wants it; {@link #wipe} reaches every byte that was written. */
final class BytesOut extends ImageOutputStreamImpl {

    /** More was written than there is room for. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;

        FullException(int room) {
            super("the picture has more than " + room + " bytes");
        }
    }

    private final byte[] bytes;
    private int size;

    BytesOut(int room) {
        bytes = new byte[room];
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        flushBits();
        if (streamPos + length > bytes.length) {
            throw new FullException(bytes.length);
        }
        System.arraycopy(from, offset, bytes, (int) streamPos, length);
        streamPos += length;
        size = Math.max(size, (int) streamPos);
    }

    @Override
    public int read() {
        return streamPos < size ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = (int) Math.min(length, size - streamPos);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }
}
