package io.changbai.device.api.scanner;

/**
 * A picture of brightness alone. It may show a person's code or face: in memory only.
 *
 * @param width in pixels, 1 to 32767
 * @param height in pixels, 1 to 32767
 * @param pixels row by row from the top left, 0 black to 255 white; not copied, so hands off until it was read
 */
public record GreyPicture(int width, int height, byte[] pixels) {

    private static final int LONGEST_SIDE = 32_767;

    /** @throws IllegalArgumentException the sizes do not fit each other */
    public GreyPicture {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " pixels");
        }
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + width + " by " + height);
        }
    }

    /** Brightness at {@code x}, {@code y}, 0 to 255; no check of bounds but the array's. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    /** Says nothing of what is to be seen. */
    @Override
    public String toString() {
        return "GreyPicture[" + width + " by " + height + "]";
    }
}
