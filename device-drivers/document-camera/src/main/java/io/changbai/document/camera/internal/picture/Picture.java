package io.changbai.document.camera.internal.picture;

import java.util.Arrays;

/**
 * Pixels in memory that can be overwritten.
 *
 * @param bands 1 for grey, 3 for blue, green, red
 * @param pixels row by row, bands together; owned by whoever holds the picture
 */
@SuppressWarnings("ArrayRecordComponent") // the very bytes, so that wiping reaches them
public record Picture(int width, int height, int bands, byte[] pixels) {

    public Picture {
        if (pixels.length != width * height * bands) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes for " + width + " by " + height + " by " + bands);
        }
    }

    static Picture blank(int width, int height, int bands) {
        return new Picture(width, height, bands, new byte[width * height * bands]);
    }

    /** Brightness of a pixel, 0 to 255. */
    public int luma(int x, int y) {
        int at = (y * width + x) * bands;
        if (bands == 1) {
            return pixels[at] & 0xFF;
        }
        // BT.601, in 256ths
        return (29 * (pixels[at] & 0xFF) + 150 * (pixels[at + 1] & 0xFF) + 77 * (pixels[at + 2] & 0xFF)) >> 8;
    }

    public void wipe() {
        Arrays.fill(pixels, (byte) 0);
    }

    @Override
    public String toString() {
        return "Picture[" + width + " by " + height + "]";
    }
}
