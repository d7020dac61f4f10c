package io.changbai.device.emulators.internal.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Pictures a camera sees: a plain cartoon face with its QR code beneath, an empty room, or darkness. Nobody's photo. */
public final class FacePicture {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;
    private static final int CODE = 190;
    private static final Color ROOM = new Color(0xE4E9EC);
    private static final Color SKIN = new Color(0xF2CFA8);
    private static final Color LINE = new Color(0x3A3A3A);
    private static final Color COAT = new Color(0x4C7A8C);

    private FacePicture() {}

    /** A person who carries the code {@code face:<key>}; with eyes closed when they blink. */
    public static byte[] person(String key, boolean blinking) {
        BufferedImage image = canvas(ROOM);
        Graphics2D pen = pen(image);
        shoulders(pen);
        head(pen);
        eyes(pen, blinking);
        code(image, "face:" + key);
        pen.dispose();
        return jpeg(image);
    }

    public static byte[] emptyRoom() {
        return jpeg(canvas(ROOM));
    }

    public static byte[] darkness() {
        return jpeg(canvas(new Color(0x0A0A0C)));
    }

    private static BufferedImage canvas(Color background) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(background);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return pen;
    }

    private static void shoulders(Graphics2D pen) {
        pen.setColor(COAT);
        pen.fillRoundRect(170, 255, 300, 320, 150, 150);
    }

    private static void head(Graphics2D pen) {
        pen.setColor(SKIN);
        pen.fillOval(235, 30, 170, 215);
        pen.setColor(LINE);
        pen.drawOval(235, 30, 170, 215);
        pen.fillArc(235, 30, 170, 130, 20, 140);
        pen.drawLine(320, 140, 313, 172);
        pen.drawArc(285, 170, 70, 40, 200, 140);
    }

    private static void eyes(Graphics2D pen, boolean closed) {
        pen.setColor(LINE);
        for (int x : new int[] {274, 346}) {
            if (closed) {
                pen.drawLine(x, 133, x + 20, 133);
            } else {
                pen.fillOval(x + 2, 124, 17, 17);
            }
        }
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
