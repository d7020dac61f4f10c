package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.Detector;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.Optional;

/** ZXing's way from ink to text: quick, and right most times. */
final class ZxingReading {

    private ZxingReading() {}

    static Optional<ScannedCode> read(BitMatrix ink) {
        try {
            return SymbolText.read(new Detector(ink).detect().getBits());
        } catch (ReaderException | RuntimeException e) {
            return Optional.empty(); // ZXing 3.5 throws IllegalArgumentException on some odd finders
        }
    }
}
