package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.List;
import java.util.Optional;

/**
 * Every frame: at half its size, ZXing's way. Then, in turn, one dearer look; most of them search finders at half size and
 * look at the full size only where those are.
 */
final class FrameWatch implements CodeWatch {

    /** Below the promised 12 by the longest step that is not interrupted. */
    private static final long MILLIS = 9;

    /** Modules around the code to be looked at. */
    private static final int MARGIN = 6;

    /** One dearer look. */
    @FunctionalInterface
    private interface Look {
        Optional<ScannedCode> at(GreyPicture frame, GreyPicture half, Budget budget);
    }

    private final List<Look> turns = List.of(
            closer(Binariser.localMean(8)),
            (frame, half, budget) -> ZxingReading.read(Binariser.hybrid(frame)),
            closer(Binariser.localMean(24)),
            (frame, half, budget) ->
                    closer(Binariser.localMean(8)).at(Retouch.inverse(frame), Retouch.inverse(half), budget),
            closer(Binariser.localMean(8)),
            (frame, half, budget) -> closer(Binariser.localMean(24)).at(frame, Retouch.blurred(half), budget),
            closer(Binariser.localMean(24)),
            closer(Binariser::global));

    private int turn;

    @Override
    public Optional<ScannedCode> next(GreyPicture frame) {
        Budget budget = Budget.millis(MILLIS);
        GreyPicture half = Retouch.half(frame);
        Optional<ScannedCode> code = ZxingReading.read(Binariser.hybrid(half));
        if (code.isPresent()) {
            return code;
        }
        Look look = turns.get(turn);
        turn = (turn + 1) % turns.size();
        return look.at(frame, half, budget);
    }

    private static Look closer(Binariser binariser) {
        return (frame, half, budget) -> closer(binariser, frame, half, budget);
    }

    /** Finders at half size; then the full size around them, first the quick way. */
    private static Optional<ScannedCode> closer(
            Binariser binariser, GreyPicture frame, GreyPicture half, Budget budget) {
        BitMatrix ink = binariser.ink(half);
        List<FinderTriple> triples = ink == null ? List.of() : FinderTriple.among(FinderSearch.in(ink), 1);
        if (triples.isEmpty() || budget.isSpent()) {
            return Optional.empty();
        }
        GreyPicture part = Region.around(triples.get(0), MARGIN).times(2).of(frame);
        Optional<ScannedCode> code = ZxingReading.read(Binariser.hybrid(part));
        if (code.isPresent() || budget.isSpent()) {
            return code;
        }
        return new GridReading(part, budget)
                .read(LocalMean.ink(part, (int) (8 * triples.get(0).module())));
    }
}
