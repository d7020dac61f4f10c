package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.LuminanceSource;
import io.changbai.device.api.scanner.GreyPicture;

/** A picture as ZXing wants it; the pixels are not copied. */
final class GreySource extends LuminanceSource {

    private final GreyPicture picture;

    GreySource(GreyPicture picture) {
        super(picture.width(), picture.height());
        this.picture = picture;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] target = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(picture.pixels(), y * getWidth(), target, 0, getWidth());
        return target;
    }

    @Override
    public byte[] getMatrix() {
        return picture.pixels();
    }
}
