package io.changbai.acceptance.bench.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.changbai.device.api.scanner.GreyPicture;
import java.util.Map;

/** ZXing as most programs use it: HybridBinarizer and TRY_HARDER. */
final class PlainZxing {

    private PlainZxing() {}

    /** Empty when nothing was read. */
    static String read(GreyPicture picture) {
        int width = picture.width();
        int height = picture.height();
        PlanarYUVLuminanceSource source =
                new PlanarYUVLuminanceSource(picture.pixels(), width, height, 0, 0, width, height, false);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException | RuntimeException e) {
            return "";
        }
    }
}
