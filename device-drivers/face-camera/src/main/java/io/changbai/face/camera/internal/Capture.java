package io.changbai.face.camera.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceImage;
import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** One picture from an open camera. Every frame that is not that picture is wiped at once. */
final class Capture {

    /** The first frames after opening are dark or green on many cameras, while exposure settles. */
    private static final int SETTLING = 2;

    private static final Duration SLICE = Duration.ofMillis(200);

    private final Frames frames;
    private final Clock clock;
    private final Instant deadline;
    private final Cancellation cancellation;

    Capture(Frames frames, Clock clock, Instant deadline, Cancellation cancellation) {
        this.frames = frames;
        this.clock = clock;
        this.deadline = deadline;
        this.cancellation = cancellation;
    }

    /** @throws IOException the camera is gone */
    CaptureResult run() throws IOException {
        int settling = SETTLING;
        while (!cancellation.isCancelled()) {
            Duration left = SteadyClock.left(clock, deadline);
            if (left.isZero()) {
                return new CaptureResult.NoFace();
            }
            byte[] frame = next(left.compareTo(SLICE) < 0 ? left : SLICE);
            if (frame.length > 0 && settling == 0 && JpegFrame.isUsable(frame)) {
                return new CaptureResult.Captured(new FaceImage(frame));
            }
            settling -= frame.length > 0 && settling > 0 ? 1 : 0;
            Arrays.fill(frame, (byte) 0);
        }
        return new CaptureResult.Cancelled();
    }

    /** Empty when none came in time. */
    private byte[] next(Duration patience) throws IOException {
        try {
            return frames.next(patience);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }
}
