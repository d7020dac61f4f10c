package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import io.changbai.device.api.scanner.GreyPicture;

/** Decides what is ink. */
@FunctionalInterface
interface Binariser {

    /** @return true for ink; null when the picture has no contrast at all */
    BitMatrix ink(GreyPicture picture);

    /** Blocks of 8 by 8 pixels: best for even print, lost in large modules and hard shadows. */
    static BitMatrix hybrid(GreyPicture picture) {
        return zxing(new HybridBinarizer(new GreySource(picture)));
    }

    /** One threshold: best for flat light and much blur. */
    static BitMatrix global(GreyPicture picture) {
        return zxing(new GlobalHistogramBinarizer(new GreySource(picture)));
    }

    /**
     * Ink is darker than its surroundings: follows any shadow.
     *
     * @param part the surroundings are so small a part of the picture's width
     */
    static Binariser localMean(int part) {
        return picture -> LocalMean.ink(picture, Math.max(4, picture.width() / part / 2));
    }

    private static BitMatrix zxing(Binarizer binarizer) {
        try {
            return binarizer.getBlackMatrix();
        } catch (NotFoundException e) {
            return null;
        }
    }
}
