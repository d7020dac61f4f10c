package io.changbai.device.link;

import java.io.IOException;
import java.time.Duration;

/** Opens cameras. The service of this room for frames. */
public interface FrameSource {

    /**
     * Opens a camera; blocks at most 3 s.
     *
     * @param uri {@code http://host:port/path} that answers {@code multipart/x-mixed-replace} JPEG parts
     * @throws IOException no camera is there now
     * @throws IllegalArgumentException the URI is malformed
     */
    Frames open(String uri) throws IOException;

    /**
     * Whether a camera answers at {@code uri}; takes no picture and starts no stream. Blocks at most 500 ms.
     *
     * @throws IllegalArgumentException the URI is malformed
     */
    boolean answers(String uri);

    /** An open camera. Closing it stops the stream and wipes its buffers. */
    interface Frames extends AutoCloseable {

        /**
         * The next whole frame as JPEG, at most 4 MB, owned by the caller.
         *
         * @throws java.net.SocketTimeoutException no whole frame came within {@code patience}; asking again goes on
         *     with the same frame
         * @throws IOException the camera is gone, or sends what is not a stream of pictures
         */
        byte[] next(Duration patience) throws IOException;

        @Override
        void close();
    }
}
