package io.changbai.document.camera.internal.picture;

import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** JPEG to pixels and back, by the JDK's codec, which is loaded at the first use. Nothing touches a disk. */
public final class Jpeg {

    private Jpeg() {}

    /** A coarse look at a whole picture: every {@code step}-th pixel of every {@code step}-th row. */
    public static Optional<Picture> glance(byte[] jpeg, int step) {
        ImageReadParam param = new ImageReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return decode(jpeg, param);
    }

    /** All pixels within {@code region}. Empty when the bytes do not decode. */
    public static Optional<Picture> decode(byte[] jpeg, Rectangle region) {
        ImageReadParam param = new ImageReadParam();
        param.setSourceRegion(region);
        return decode(jpeg, param);
    }

    private static Optional<Picture> decode(byte[] jpeg, ImageReadParam param) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        AtomicBoolean ended = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> ended.compareAndSet(false, isAboutTheEnd(warning)));
        try (BytesIn in = new BytesIn(jpeg)) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0, param);
            return ended.get() ? Optional.empty() : picture(image);
        } catch (IOException | RuntimeException damaged) {
            // The decoder answers damaged pictures with whatever exception comes up.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The decoder fills what is missing with grey and only warns; other warnings are common with cheap cameras. */
    private static boolean isAboutTheEnd(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    /** The pixels themselves, where the decoder lays them out as expected. */
    private static Optional<Picture> picture(BufferedImage image) {
        Raster raster = image.getRaster();
        boolean plain = raster.getDataBuffer() instanceof DataBufferByte
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && (image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_BYTE_GRAY);
        if (!plain) {
            return Optional.empty();
        }
        byte[] pixels = ((DataBufferByte) raster.getDataBuffer()).getData();
        return Optional.of(new Picture(image.getWidth(), image.getHeight(), raster.getNumBands(), pixels));
    }

    /** Empty when it needs more than {@code room} bytes. */
    public static Optional<byte[]> encode(Picture picture, float quality, int room) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        BytesOut out = new BytesOut(room);
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture), null, null), param);
            return Optional.of(out.written());
        } catch (BytesOut.FullException tooLarge) {
            return Optional.empty();
        } finally {
            writer.dispose();
            out.wipe();
        }
    }

    private static BufferedImage image(Picture picture) {
        boolean grey = picture.bands() == 1;
        int[] offsets = grey ? new int[] {0} : new int[] {2, 1, 0};
        DataBufferByte buffer = new DataBufferByte(picture.pixels(), picture.pixels().length);
        WritableRaster raster = Raster.createInterleavedRaster(
                buffer,
                picture.width(),
                picture.height(),
                picture.width() * picture.bands(),
                picture.bands(),
                offsets,
                null);
        ColorSpace space = ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
