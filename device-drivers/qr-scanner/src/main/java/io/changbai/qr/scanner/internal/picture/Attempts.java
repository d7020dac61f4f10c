package io.changbai.qr.scanner.internal.picture;

import static io.changbai.qr.scanner.internal.picture.Attempt.quick;
import static io.changbai.qr.scanner.internal.picture.Attempt.thorough;

import java.util.List;
import java.util.function.UnaryOperator;

/** The attempts in their order: first what reads most at least cost. */
final class Attempts {

    /** From so many pixels on, most codes are large enough to be read at half the size, at a quarter of the cost. */
    private static final int LARGE = 200_000;

    static final List<Attempt> ORDER = List.of(
            quick("hybrid of half", Retouch::half, Binariser::hybrid).from(LARGE),
            quick("hybrid", UnaryOperator.identity(), Binariser::hybrid),
            quick("local/8", UnaryOperator.identity(), Binariser.localMean(8)),
            thorough("grid local/8", UnaryOperator.identity(), Binariser.localMean(8)),
            quick("local/20", UnaryOperator.identity(), Binariser.localMean(20)),
            quick("global", UnaryOperator.identity(), Binariser::global),
            quick("blurred", Retouch::blurred, Binariser.localMean(8)),
            quick("half", Retouch::half, Binariser.localMean(8)),
            quick("larger", Retouch.scaled(1.5), Binariser::hybrid),
            quick("smaller", Retouch.scaled(0.7), Binariser.localMean(8)),
            quick("sharpened", Retouch::sharpened, Binariser::hybrid),
            quick("inverse", Retouch::inverse, Binariser.localMean(8)),
            thorough("grid local/20", UnaryOperator.identity(), Binariser.localMean(20)),
            thorough("grid global", UnaryOperator.identity(), Binariser::global),
            thorough("grid blurred", Retouch::blurred, Binariser.localMean(12)),
            thorough("grid half", Retouch::half, Binariser.localMean(8)),
            thorough("grid larger", Retouch.scaled(1.6), Binariser.localMean(12)),
            thorough("grid inverse", Retouch::inverse, Binariser.localMean(8)));

    private Attempts() {}
}
