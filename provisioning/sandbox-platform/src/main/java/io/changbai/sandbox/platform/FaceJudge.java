package io.changbai.sandbox.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** "Recognises" a face: the bench draws a cartoon and beneath it a QR code {@code face:<key>}; this reads the code. */
final class FaceJudge {

    /** Small bytes can claim a huge picture; what is larger than any camera's is not unpacked. */
    private static final long MOST_PIXELS = 16_000_000;

    private static final String PREFIX = "face:";
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, Boolean.TRUE);

    /** The key of whoever is in the picture; empty when there is nobody, or no picture. */
    Optional<String> keyIn(byte[] jpeg) {
        try {
            BufferedImage picture = unpack(jpeg);
            return picture == null ? Optional.empty() : decode(picture);
        } catch (IOException | NotFoundException | RuntimeException unusable) {
            return Optional.empty(); // ImageIO throws runtime exceptions for broken JPEGs, too
        }
    }

    private static Optional<String> decode(BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        String text = new MultiFormatReader().decode(bitmap, HINTS).getText();
        return text.startsWith(PREFIX) ? Optional.of(text.substring(PREFIX.length())) : Optional.empty();
    }

    private static BufferedImage unpack(byte[] jpeg) throws IOException {
        try (ImageInputStream in =
                new javax.imageio.stream.MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
