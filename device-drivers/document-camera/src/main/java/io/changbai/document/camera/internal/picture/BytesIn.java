package io.changbai.document.camera.internal.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/** An array as the JDK's decoder wants it; its own streams would copy the picture to a file or to buffers nobody wipes. */
final class BytesIn extends ImageInputStreamImpl {

    private final byte[] bytes;

    BytesIn(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, bytes.length - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
