package io.changbai.document.camera.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.page.PageResult;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.link.FrameSource.Frames;
import io.changbai.document.camera.internal.picture.PageFinder.Found;
import io.changbai.document.camera.internal.picture.Quad;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One capture on an open camera. Every frame is wiped as soon as it was looked at.
 *
 * <pre>
 *   frame ──a page──► the same place as in the frame before? ──► cut out ──sharp──► Captured
 *     ▲        no page, dark, moving, blurred: remembered as what is wrong now        │
 *     └────────────────────────────────────────────────────────────────────────◄──blurred
 * </pre>
 */
final class PageSession {

    /** The first frames after opening are dark or green on many cameras, while exposure settles. */
    private static final int SETTLING = 2;

    private static final Duration SLICE = Duration.ofMillis(200);
    /** A page lies still when no corner moved by more than this share of its height; the finder itself errs by half of it. */
    private static final double STILL = 0.012;

    private final Frames frames;
    private final PageRules rules;
    private final Clock clock;
    private PageResult wrongNow = new PageResult.NoPage();
    private Instant stuckAt;
    private Quad before;
    private int settling = SETTLING;

    PageSession(Frames frames, PageRules rules, Clock clock) {
        this.frames = frames;
        this.rules = rules;
        this.clock = clock;
        this.stuckAt = clock.instant().plus(rules.stall());
    }

    /** @throws IOException the camera is gone */
    PageResult run(VisitToken visit, Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        while (!cancellation.isCancelled() && visit.isLive()) {
            Duration left = SteadyClock.left(clock, deadline);
            if (!clock.instant().isBefore(stuckAt)) {
                return new PageResult.Failed(CameraFaults.NO_PICTURES);
            } else if (left.isZero()) {
                return wrongNow;
            }
            byte[] frame = next(left.compareTo(SLICE) < 0 ? left : SLICE);
            Optional<PageResult> captured = look(frame);
            Arrays.fill(frame, (byte) 0);
            if (captured.isPresent()) {
                return given(captured.get(), visit);
            }
        }
        return new PageResult.Cancelled();
    }

    /** A page that was cut out while its visit ended is nobody's. */
    private static PageResult given(PageResult result, VisitToken visit) {
        if (visit.isLive() || !(result instanceof PageResult.Captured captured)) {
            return result;
        }
        captured.page().wipe();
        return new PageResult.Cancelled();
    }

    /** Empty when none came in time. */
    private byte[] next(Duration patience) throws IOException {
        try {
            return frames.next(patience);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    private Optional<PageResult> look(byte[] frame) throws IOException {
        if (frame.length == 0 || settling > 0) {
            settling -= frame.length > 0 ? 1 : 0;
            return Optional.empty();
        }
        Optional<Found> found = PageView.of(frame, rules);
        if (found.isEmpty()) {
            return Optional.empty(); // damaged: perhaps the next one
        }
        stuckAt = clock.instant().plus(rules.stall());
        if (!(found.get() instanceof Found.Page page)) {
            before = null;
            wrongNow = wrong(found.get());
            return Optional.empty();
        }
        boolean still = before != null
                && page.quad().moved(before) < STILL * page.quad().height();
        before = page.quad();
        wrongNow = new PageResult.Blurred();
        return still ? cut(frame, page.quad()) : Optional.empty();
    }

    private Optional<PageResult> cut(byte[] frame, Quad quad) throws IOException {
        return new PageCut(rules).cut(frame, quad).filter(result -> result instanceof PageResult.Captured);
    }

    private static PageResult wrong(Found found) {
        if (found instanceof Found.Darkness) {
            return new PageResult.Dark();
        }
        return found instanceof Found.Partly ? new PageResult.OutOfView() : new PageResult.NoPage();
    }
}
