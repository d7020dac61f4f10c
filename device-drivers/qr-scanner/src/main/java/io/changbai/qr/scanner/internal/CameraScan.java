package io.changbai.qr.scanner.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.api.scanner.ScannedCode;
import io.changbai.device.link.FrameSource.Frames;
import io.changbai.qr.scanner.internal.picture.JpegGrey;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** One scan from an open camera: frame after frame until one shows a code. Every frame is wiped before the next is taken. */
final class CameraScan {

    /** AIM identifier of a QR code. */
    private static final String QR = "]Q1";

    private static final Duration SLICE = Duration.ofMillis(200);

    private final Frames frames;
    private final CodeWatch watch;
    private final Debounce debounce;
    private final Clock clock;
    private final Duration stall;

    /** @param stall so long without a frame that can be read as a picture, and the camera counts as stuck */
    CameraScan(Frames frames, CodeWatch watch, Debounce debounce, Clock clock, Duration stall) {
        this.frames = frames;
        this.watch = watch;
        this.debounce = debounce;
        this.clock = clock;
        this.stall = stall;
    }

    /** @throws IOException the camera is gone */
    ScanResult run(Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        Instant stuck = clock.instant().plus(stall);
        while (!cancellation.isCancelled()) {
            Duration left = SteadyClock.left(clock, deadline);
            if (left.isZero()) {
                return new ScanResult.NoCode();
            } else if (!clock.instant().isBefore(stuck)) {
                return new ScanResult.Failed(ScannerFaults.NO_PICTURES);
            }
            Optional<GreyPicture> picture = next(left.compareTo(SLICE) < 0 ? left : SLICE);
            if (picture.isPresent()) {
                stuck = clock.instant().plus(stall);
                Optional<ScanResult> result = look(picture.get());
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
        return new ScanResult.Cancelled();
    }

    private Optional<ScanResult> look(GreyPicture picture) {
        try {
            Optional<ScannedCode> code = watch.next(picture);
            return code.filter(read -> !debounce.isRepeat(read.bytes()))
                    .map(read -> new ScanResult.Scanned(read.bytes(), read.text(), clock.instant(), QR));
        } finally {
            Arrays.fill(picture.pixels(), (byte) 0);
        }
    }

    /** Empty when no whole picture came in time. */
    private Optional<GreyPicture> next(Duration patience) throws IOException {
        byte[] frame = new byte[0];
        try {
            frame = frames.next(patience);
            return JpegGrey.of(frame);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(frame, (byte) 0);
        }
    }
}
