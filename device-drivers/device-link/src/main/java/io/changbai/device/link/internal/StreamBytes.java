package io.changbai.device.link.internal;

import java.io.IOException;
import java.time.Duration;

/**
 * Bytes of a stream of pictures, read straight from where they come: nothing on the way keeps pictures in a buffer nobody
 * can wipe. A time-out loses nothing: the next call goes on where this one stopped.
 */
interface StreamBytes extends AutoCloseable {

    /** All reads from now on end at this time with {@link java.net.SocketTimeoutException}. */
    void within(Duration patience);

    /** A line without its end; carriage returns are dropped. */
    String readLine() throws IOException;

    int read() throws IOException;

    /** Reads what there is, at least one byte; returns how many. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Wipes what was read and not taken. */
    @Override
    void close();
}
