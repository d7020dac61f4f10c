package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.api.scanner.ScannedCode;
import io.changbai.device.emulators.photo.CodePhotos;
import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraScanTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final byte[] jpeg = CodePhotos.jpegFrame("one");
    private final List<byte[]> frames = new ArrayList<>();
    private final List<GreyPicture> pictures = new ArrayList<>();
    private final Clock clock = new SteadyClock();

    @Test
    void keepsNoFrameWhetherACodeWasReadOrNot() throws Exception {
        assertThat(scan(jpeg, third()).run(LONG, () -> false)).isInstanceOf(ScanResult.Scanned.class);
        assertThat(frames).hasSize(3).allSatisfy(frame -> assertThat(frame).containsOnly(0));
        assertThat(pictures)
                .hasSize(3)
                .allSatisfy(picture -> assertThat(picture.pixels()).containsOnly(0));
    }

    @Test
    void wipesAFrameTheReaderChokedOn() {
        CodeWatch broken = picture -> {
            pictures.add(picture);
            throw new IllegalStateException("a defect");
        };
        try {
            scan(jpeg, broken).run(LONG, () -> false);
        } catch (IllegalStateException | IOException expected) {
            assertThat(expected).hasMessage("a defect");
        }
        assertThat(pictures.get(0).pixels()).containsOnly(0);
        assertThat(frames.get(0)).containsOnly(0);
    }

    @Test
    void takesACameraThatSendsGarbageForStuck() throws Exception {
        ScanResult result = new CameraScan(
                        source(new byte[] {1, 2, 3}), third(), new Debounce(clock), clock, Duration.ofMillis(50))
                .run(LONG, () -> false);
        assertThat(result).isEqualTo(new ScanResult.Failed(ScannerFaults.NO_PICTURES));
    }

    @Test
    void looksAtNoFrameAfterItWasCancelled() throws Exception {
        assertThat(scan(jpeg, third()).run(LONG, () -> true)).isInstanceOf(ScanResult.Cancelled.class);
        assertThat(frames).isEmpty();
    }

    private CameraScan scan(byte[] frame, CodeWatch watch) {
        return new CameraScan(source(frame), watch, new Debounce(clock), clock, LONG);
    }

    /** Reads a code in the third frame. */
    private CodeWatch third() {
        return picture -> {
            pictures.add(picture);
            return pictures.size() < 3 ? Optional.empty() : Optional.of(new ScannedCode(new byte[] {'1'}, "1"));
        };
    }

    private Frames source(byte[] frame) {
        return new Frames() {
            @Override
            public byte[] next(Duration patience) {
                byte[] copy = frame.clone();
                frames.add(copy);
                return copy;
            }

            @Override
            public void close() {}
        };
    }
}
