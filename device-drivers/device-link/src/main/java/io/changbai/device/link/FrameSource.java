package io.changbai.device.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Opens cameras. The service of this room for frames. */
public interface FrameSource {

    /**
     * Opens a camera; blocks at most 3 s. A camera that is there and sends nothing shows in {@link Frames#next}.
     *
     * <pre>
     *   http://host:port/path                        multipart/x-mixed-replace JPEG parts, read by ourselves
     *   v4l2:/dev/video0?size=1280x720&amp;fps=15        a V4L2 device (these values when not named), by ffmpeg
     *   file:/path.mjpeg   .y4m   .mp4               a recording that stands in for a camera: real speed, endless, by ffmpeg
     *   stream:http://…    stream:rtsp://…           a network camera, by ffmpeg; nobody's password in the address
     * </pre>
     *
     * @throws IOException no camera is there now, or {@link #missingTool} is not empty
     * @throws IllegalArgumentException the URI is malformed
     */
    Frames open(String uri) throws IOException;

    /**
     * Whether a camera answers at {@code uri}; takes no picture and starts no stream. Blocks at most 500 ms.
     *
     * @throws IllegalArgumentException the URI is malformed
     */
    boolean answers(String uri);

    /**
     * The Debian package of a program that {@code uri} needs and this machine does not have.
     *
     * @throws IllegalArgumentException the URI is malformed
     */
    default Optional<String> missingTool(String uri) {
        return Optional.empty();
    }

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
