package io.changbai.device.api.page;

import java.util.Arrays;

/** One page as a JPEG picture of at most 1 MB, cut out and straightened, in memory only. Whoever holds it last calls {@link #wipe}. */
public final class Page {

    private final byte[] jpeg;
    private final int width;
    private final int height;

    /**
     * Takes ownership of {@code jpeg}; the caller keeps no reference.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public Page(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /** The picture itself, not a copy, so that {@link #wipe} reaches every use of it. All zero after a wipe. */
    public byte[] jpeg() {
        return jpeg;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Overwrites the picture with zeroes. */
    public void wipe() {
        Arrays.fill(jpeg, (byte) 0);
    }

    /** Says nothing of what is on the page. */
    @Override
    public String toString() {
        return "Page[" + width + " by " + height + "]";
    }
}
