package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import io.changbai.device.api.scanner.ScannedCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** From modules to text: error correction and the reading of segments are ZXing's; it also tries the mirror image. */
final class SymbolText {

    private SymbolText() {}

    /** Empty unless every block of the code passes its error correction. */
    static Optional<ScannedCode> read(BitMatrix symbol) {
        try {
            return Optional.of(code(new Decoder().decode(symbol)));
        } catch (ChecksumException | FormatException | RuntimeException e) {
            return Optional.empty(); // ZXing 3.5 throws ArrayIndexOutOfBounds on some damaged symbols
        }
    }

    private static ScannedCode code(DecoderResult result) {
        byte[] bytes = segments(result.getByteSegments());
        String text = result.getText();
        if (bytes.length == 0 || !CharsetGuess.isWhole(bytes, text)) {
            return new ScannedCode(text.getBytes(StandardCharsets.UTF_8), text);
        }
        return new ScannedCode(bytes, CharsetGuess.mended(bytes, text));
    }

    private static byte[] segments(List<byte[]> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (segments != null) {
            segments.forEach(bytes::writeBytes);
        }
        return bytes.toByteArray();
    }
}
