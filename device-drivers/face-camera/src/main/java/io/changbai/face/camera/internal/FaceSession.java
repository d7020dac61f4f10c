package io.changbai.face.camera.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceImage;
import io.changbai.device.api.face.FaceQuality;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.device.link.FrameSource.Frames;
import io.changbai.face.camera.internal.engine.Assessment;
import io.changbai.face.camera.internal.engine.FaceEngine;
import io.changbai.face.camera.internal.engine.Judgement;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One capture from an open camera: frame by frame, until one is good enough. Every frame that is not the picture is
 * overwritten before the next is asked for.
 */
final class FaceSession {

    /** The first frames after opening are dark or green on many cameras, while exposure settles. */
    private static final int SETTLING = 2;

    private static final Duration SLICE = Duration.ofMillis(200);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    /** More pictures than pipes and sockets can hold; a camera that floods us is still looked at now and then. */
    private static final int MOST_WAITING = 20;

    private final Frames frames;
    private final FaceEngine engine;
    private final CaptureRules rules;
    private final Clock clock;
    private final SteadyGuidance guidance;
    private int settling = SETTLING;
    private boolean pictureSeen;
    private boolean judged;
    private Liveness doubt;
    private Instant lastUsable;

    FaceSession(Frames frames, FaceEngine engine, CaptureRules rules, Clock clock, SteadyGuidance guidance) {
        this.frames = frames;
        this.engine = engine;
        this.rules = rules;
        this.clock = clock;
        this.guidance = guidance;
    }

    /** @throws IOException the camera is gone */
    CaptureResult run(Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        lastUsable = clock.instant();
        while (!cancellation.isCancelled()) {
            if (isEngineStarting()) {
                deadline = clock.instant().plus(patience); // bounded by what an engine may take to start
            }
            Duration left = SteadyClock.left(clock, deadline);
            if (left.isZero()) {
                return atTheEnd();
            }
            byte[] frame = newest(left.compareTo(SLICE) < 0 ? left : SLICE);
            Optional<CaptureResult> result = lookAndWipe(frame, cancellation);
            if (result.isPresent()) {
                return result.get();
            } else if (SteadyClock.left(clock, lastUsable.plus(rules.stall())).isZero()) {
                return new CaptureResult.Failed(CameraFaults.NO_PICTURES);
            }
        }
        return new CaptureResult.Cancelled();
    }

    /** The person's time begins when somebody looks at the pictures: the first start may unpack a hundred megabytes. */
    private boolean isEngineStarting() {
        return pictureSeen && !judged && engine.condition() == FaceEngine.Condition.UNTRIED;
    }

    /** The last of what has arrived: an engine slower than the camera must not judge ever older pictures. */
    private byte[] newest(Duration patience) throws IOException {
        byte[] frame = next(patience);
        for (int older = 0; older < MOST_WAITING && frame.length > 0; older++) {
            byte[] newer = nextOrWipe(frame);
            if (newer.length == 0) {
                return frame;
            }
            settling -= settling > 0 ? 1 : 0;
            Arrays.fill(frame, (byte) 0);
            frame = newer;
        }
        return frame;
    }

    /** A camera that goes in this moment takes what we hold of it with it. */
    private byte[] nextOrWipe(byte[] held) throws IOException {
        try {
            return next(AT_ONCE);
        } catch (IOException gone) {
            Arrays.fill(held, (byte) 0);
            throw gone;
        }
    }

    /** Empty when none came in time. */
    private byte[] next(Duration patience) throws IOException {
        try {
            return frames.next(patience);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    /** Only the picture itself is not wiped. */
    private Optional<CaptureResult> lookAndWipe(byte[] frame, Cancellation cancellation) {
        Optional<CaptureResult> result = Optional.empty();
        try {
            result = look(frame, cancellation);
            return result;
        } finally {
            if (result.isEmpty() || !(result.get() instanceof CaptureResult.Captured)) {
                Arrays.fill(frame, (byte) 0);
            }
        }
    }

    /** Empty when it is not the picture and the capture goes on. */
    private Optional<CaptureResult> look(byte[] frame, Cancellation cancellation) {
        if (!JpegFrame.isUsable(frame)) {
            return Optional.empty();
        }
        pictureSeen = true;
        if (settling > 0) {
            settling--;
            lastUsable = clock.instant();
            return Optional.empty();
        }
        Judgement judgement = engine.judge(frame, cancellation);
        if (judgement instanceof Judgement.Judged heard) {
            lastUsable = clock.instant();
            judged = true;
            return weigh(frame, heard.assessment());
        } else if (judgement instanceof Judgement.Nobody) {
            return Optional.of(pass(frame, FaceQuality.UNKNOWN, Liveness.NOT_CHECKED));
        } else if (judgement instanceof Judgement.NotNow) {
            lastUsable = clock.instant();
        }
        return Optional.empty();
    }

    private Optional<CaptureResult> weigh(byte[] frame, Assessment seen) {
        Optional<Guidance> hint = rules.gate().hint(seen);
        if (hint.isPresent()) {
            guidance.needs(hint.get());
            return Optional.empty();
        } else if (seen.liveness() == Liveness.UNSURE) {
            doubt = Liveness.UNSURE;
            guidance.needs(Guidance.HOLD_STILL);
            return Optional.empty();
        }
        return Optional.of(pass(frame, seen.quality(), seen.liveness()));
    }

    /** Only a living face passes, or one nobody looked at where the site is content with that. */
    private CaptureResult pass(byte[] frame, FaceQuality quality, Liveness liveness) {
        boolean passes = liveness == Liveness.LIVE || (liveness == Liveness.NOT_CHECKED && !rules.livenessRequired());
        return passes
                ? new CaptureResult.Captured(new FaceImage(frame), quality, liveness)
                : new CaptureResult.NotLive(liveness);
    }

    private CaptureResult atTheEnd() {
        if (doubt != null) {
            return new CaptureResult.NotLive(doubt);
        } else if (pictureSeen && !judged && engine.condition() == FaceEngine.Condition.FAILS) {
            return new CaptureResult.Failed(CameraFaults.ENGINE);
        }
        return new CaptureResult.NoFace(guidance.last());
    }
}
