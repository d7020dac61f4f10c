package io.changbai.device.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** Bytes to and from one device. Used by one thread. After an {@link IOException} it is dead: close it and open anew. */
public interface ByteChannel extends AutoCloseable {

    /**
     * Reads what has arrived, waiting for the first byte at most {@code patience}.
     *
     * @return how many bytes were read, 0 when none came in time; never negative
     * @throws IOException the far end is gone (cable pulled, port closed)
     */
    int read(byte[] into, int offset, int length, Duration patience) throws IOException;

    /**
     * Writes all bytes.
     *
     * @throws IOException the far end is gone, or did not take the bytes within {@code patience}; how many it took is
     *     then unknown
     */
    void write(byte[] bytes, Duration patience) throws IOException;

    /**
     * Writes as many bytes as the far end takes within {@code patience}: a printer without paper stops taking them, and
     * that is not the end of the channel.
     *
     * @return how many it took, from the beginning; 0 when none
     * @throws IOException the far end is gone
     */
    default int offer(byte[] bytes, int offset, int length, Duration patience) throws IOException {
        write(Arrays.copyOfRange(bytes, offset, offset + length), patience);
        return length;
    }

    /** Throws away what has arrived and was not read. */
    void purge() throws IOException;

    @Override
    void close();
}
