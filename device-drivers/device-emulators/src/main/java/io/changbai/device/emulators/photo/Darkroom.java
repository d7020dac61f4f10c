package io.changbai.device.emulators.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What a lens, a hand, a sensor and a file format do to a picture. Brightness from 0 to 1. */
final class Darkroom {

    private Darkroom() {}

    static float[] blur(float[] picture, int width, double sigma) {
        if (sigma < 0.2) {
            return picture;
        }
        int reach = (int) Math.ceil(sigma * 2.5);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return along(along(picture, width, weights, 1, 0), width, weights, 0, 1);
    }

    /** The camera moved by so many pixels. */
    static float[] shake(float[] picture, int width, double length, double angle) {
        if (length < 1) {
            return picture;
        }
        int steps = (int) Math.ceil(length);
        double[] weights = new double[2 * (steps / 2) + 1];
        Arrays.fill(weights, 1.0 / weights.length);
        return along(picture, width, weights, Math.cos(angle), Math.sin(angle));
    }

    private static float[] along(float[] picture, int width, double[] weights, double dx, double dy) {
        int height = picture.length / width;
        float[] out = new float[picture.length];
        int reach = weights.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int sx = Math.max(0, Math.min(width - 1, (int) Math.round(x + i * dx)));
                    int sy = Math.max(0, Math.min(height - 1, (int) Math.round(y + i * dy)));
                    sum += weights[i + reach] * picture[sy * width + sx];
                }
                out[y * width + x] = (float) sum;
            }
        }
        return out;
    }

    static byte[] develop(float[] picture, double noise, Random random) {
        byte[] pixels = new byte[picture.length];
        for (int i = 0; i < pixels.length; i++) {
            double value = 255 * (picture[i] + (noise > 0 ? noise * random.nextGaussian() : 0));
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return pixels;
    }

    /** Through JPEG and back. */
    static byte[] compress(byte[] pixels, int width, float quality) {
        try {
            // read() closes the stream
            BufferedImage back = ImageIO.read(
                    new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg(pixels, width, quality))));
            return (byte[]) back.getRaster().getDataElements(0, 0, width, back.getHeight(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(byte[] pixels, int width, float quality) {
        BufferedImage image = new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, pixels.length / width, pixels);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
