package io.changbai.device.emulators.internal.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Pictures a camera sees: a plain cartoon face with its QR code beneath, an empty room, or darkness. Nobody's photo. */
public final class FacePicture {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;
    private static final int CODE = 190;
    private static final int MIDDLE_X = 320;
    private static final int MIDDLE_Y = 140;
    /** Pixels a point is smeared over. */
    private static final int BLUR = 15;

    private static final Color ROOM = new Color(0xC9D0D4);

    /** How somebody stands before the camera, and what light and lens make of it. */
    public enum Sight {
        WELL,
        FAR,
        TWO,
        TURNED,
        BLURRED,
        OVEREXPOSED
    }

    private FacePicture() {}

    /** A person who carries the code {@code face:<key>}; with eyes closed when they blink. */
    public static byte[] person(String key, boolean blinking, Sight sight) {
        BufferedImage image = canvas(ROOM);
        if (sight == Sight.TWO) {
            face(image, blinking, sight, -150);
            face(image, false, sight, 150);
        } else {
            face(image, blinking, sight, 0);
        }
        code(image, "face:" + key);
        return jpeg(through(image, sight));
    }

    private static void face(BufferedImage image, boolean blinking, Sight sight, double aside) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.translate(aside, 0);
        if (sight == Sight.FAR) {
            pen.translate(MIDDLE_X, MIDDLE_Y);
            pen.scale(0.4, 0.4);
            pen.translate(-MIDDLE_X, -MIDDLE_Y);
        }
        new CartoonFace(pen, blinking, sight == Sight.TURNED).draw();
        pen.dispose();
    }

    private static BufferedImage through(BufferedImage image, Sight sight) {
        if (sight == Sight.OVEREXPOSED) {
            return new RescaleOp(2.2f, 60, null).filter(image, null);
        } else if (sight == Sight.BLURRED) {
            float[] weights = new float[BLUR * BLUR];
            Arrays.fill(weights, 1f / weights.length);
            BufferedImage blurred = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            return new ConvolveOp(new Kernel(BLUR, BLUR, weights)).filter(image, blurred);
        }
        return image;
    }

    public static byte[] emptyRoom() {
        return jpeg(canvas(ROOM));
    }

    public static byte[] darkness() {
        return jpeg(canvas(new Color(0x0A0A0C)));
    }

    private static BufferedImage canvas(Color background) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(background);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return image;
    }

    private static void code(BufferedImage image, String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
            int left = (WIDTH - CODE) / 2;
            int top = HEIGHT - CODE - 15;
            for (int y = 0; y < CODE; y++) {
                for (int x = 0; x < CODE; x++) {
                    image.setRGB(left + x, top + y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "No code fits %d characters", text.length()), e);
        }
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new IOException("This Java cannot write JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
