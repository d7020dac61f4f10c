package io.changbai.device.api.face;

import java.util.Arrays;

/** One JPEG picture of a face, in memory only. Whoever holds it last calls {@link #wipe}. */
public final class FaceImage {

    private final byte[] jpeg;

    /** Takes ownership of {@code jpeg}; the caller keeps no reference. */
    public FaceImage(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** The picture itself, not a copy, so that {@link #wipe} reaches every use of it. All zero after a wipe. */
    public byte[] jpeg() {
        return jpeg;
    }

    /** Overwrites the picture with zeroes. */
    public void wipe() {
        Arrays.fill(jpeg, (byte) 0);
    }

    /** Says nothing of the face. */
    @Override
    public String toString() {
        return "FaceImage[redacted]";
    }
}
