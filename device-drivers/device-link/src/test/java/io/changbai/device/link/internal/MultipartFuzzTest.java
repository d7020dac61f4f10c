package io.changbai.device.link.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

/** Whatever a network camera sends: part headers, lengths, boundaries, pictures. */
class MultipartFuzzTest {

    private static final int MOST_FRAMES = 16;

    @FuzzTest
    void survivesWhateverACameraSends(byte[] bytes) {
        MultipartFrames frames = new MultipartFrames(new Sent(bytes), "frame");
        try (frames) {
            for (int i = 0; i < MOST_FRAMES; i++) {
                if (frames.next(Duration.ofSeconds(1)).length > bytes.length) {
                    throw new IllegalStateException("a frame larger than what was sent");
                }
            }
        } catch (IOException declared) {
            // the camera is gone, or sends what is no stream of pictures
        }
    }

    /** Bytes that came, and then the end. */
    private static final class Sent implements StreamBytes {
        private final byte[] bytes;
        private int at;

        Sent(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void within(Duration patience) {
            // everything is there at once
        }

        @Override
        public String readLine() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = read(); next != '\n'; next = read()) {
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public int read() throws IOException {
            if (at == bytes.length) {
                throw new EOFException("that was all");
            }
            return bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            into[offset] = (byte) read();
            int more = Math.min(length - 1, bytes.length - at);
            System.arraycopy(bytes, at, into, offset + 1, more);
            at += more;
            return 1 + more;
        }

        @Override
        public void close() {
            at = bytes.length;
        }
    }
}
