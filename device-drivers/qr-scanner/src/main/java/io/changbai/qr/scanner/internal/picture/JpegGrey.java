package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The brightness of a camera's JPEG frame; its colours are not even computed. Nothing touches a disk, as ImageIO's own cache would. */
public final class JpegGrey {

    private static final int LONGEST_SIDE = 4_096;

    private JpegGrey() {}

    /** Empty when this is no whole JPEG picture of at most 4096 by 4096. */
    public static Optional<GreyPicture> of(byte[] jpeg) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                return Optional.empty();
            }
            return Optional.of(brightness(reader.readRaster(0, null)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a torn frame; the next one is whole. ImageIO throws all kinds on garbage.
        } finally {
            reader.dispose();
        }
    }

    /** The first band: of JPEG's YCbCr that is brightness. */
    private static GreyPicture brightness(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) row[x];
            }
        }
        return new GreyPicture(width, height, pixels);
    }
}
