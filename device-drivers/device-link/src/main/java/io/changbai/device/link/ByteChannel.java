package io.changbai.device.link;

import java.io.IOException;
import java.time.Duration;

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

    /** Throws away what has arrived and was not read. */
    void purge() throws IOException;

    @Override
    void close();
}
