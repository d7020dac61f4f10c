package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One way to look at a picture: what is done to it, what counts as ink then, and who reads that.
 *
 * @param name for benchmarks and tests
 * @param fewestPixels in smaller pictures this is not worth its cost
 */
record Attempt(String name, int fewestPixels, UnaryOperator<GreyPicture> retouch, Binariser binariser, Reader reader) {

    /** Most that are read by a grid at all are read in half of this. */
    private static final long THOROUGH_MILLIS = 30;

    /** From ink, and the picture it came from, to a code. */
    @FunctionalInterface
    interface Reader {
        Optional<ScannedCode> read(BitMatrix ink, GreyPicture picture, Budget budget);
    }

    static Attempt quick(String name, UnaryOperator<GreyPicture> retouch, Binariser binariser) {
        return new Attempt(name, 0, retouch, binariser, (ink, picture, budget) -> ZxingReading.read(ink));
    }

    static Attempt thorough(String name, UnaryOperator<GreyPicture> retouch, Binariser binariser) {
        return new Attempt(
                name,
                0,
                retouch,
                binariser,
                (ink, picture, budget) -> new GridReading(picture, budget.atMost(THOROUGH_MILLIS)).read(ink));
    }

    /** The same, but left out for pictures with fewer pixels. */
    Attempt from(int pixels) {
        return new Attempt(name, pixels, retouch, binariser, reader);
    }

    Optional<ScannedCode> on(GreyPicture picture, Budget budget) {
        if (picture.pixels().length < fewestPixels) {
            return Optional.empty();
        }
        GreyPicture seen = retouch.apply(picture);
        BitMatrix ink = binariser.ink(seen);
        return ink == null ? Optional.empty() : reader.read(ink, seen, budget);
    }
}
