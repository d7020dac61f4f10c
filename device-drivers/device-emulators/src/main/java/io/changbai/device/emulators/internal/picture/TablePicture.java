package io.changbai.device.emulators.internal.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What a camera over a dark table sees: an A4 page of drawn words, a red square in its upper left corner, a blue one in its
 * lower right, turned as it was laid down.
 */
public final class TablePicture {
    public static final int WIDTH = 1_600;
    public static final int HEIGHT = 1_200;
    /** The page's own size on the table. */
    public static final int PAGE_WIDTH = 640;

    public static final int PAGE_HEIGHT = 905;
    private static final int MARK = 36;
    private static final int MARGIN = 50;
    private static final Color TABLE = new Color(0x2E2B28);
    private static final Color PAPER = new Color(0xF0EEE8);
    private static final Color INK = new Color(0x202226);

    private TablePicture() {}

    /**
     * A page.
     *
     * @param degrees how far it is turned clockwise
     * @param right how far its middle lies from the table's, in pixels
     * @param blurred out of focus
     */
    public static byte[] page(double degrees, int right, boolean blurred) {
        BufferedImage image = table(TABLE);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        AffineTransform lay = new AffineTransform();
        lay.translate(WIDTH / 2.0 + right, HEIGHT / 2.0);
        lay.rotate(Math.toRadians(degrees));
        lay.translate(-PAGE_WIDTH / 2.0, -PAGE_HEIGHT / 2.0);
        pen.transform(lay);
        print(pen);
        pen.dispose();
        return jpeg(blurred ? blur(image) : image);
    }

    public static byte[] emptyTable() {
        return jpeg(table(TABLE));
    }

    public static byte[] darkness() {
        return jpeg(table(new Color(0x0A0A0C)));
    }

    private static BufferedImage table(Color color) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(7);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = grain.nextInt(9) - 4;
                image.setRGB(x, y, shade(color, noise));
            }
        }
        return image;
    }

    private static int shade(Color color, int by) {
        int red = Math.max(0, color.getRed() + by);
        int green = Math.max(0, color.getGreen() + by);
        int blue = Math.max(0, color.getBlue() + by);
        return red << 16 | green << 8 | blue;
    }

    private static void print(Graphics2D pen) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
        pen.setColor(Color.RED);
        pen.fillRect(MARGIN, MARGIN, MARK, MARK);
        pen.setColor(Color.BLUE);
        pen.fillRect(PAGE_WIDTH - MARGIN - MARK, PAGE_HEIGHT - MARGIN - MARK, MARK, MARK);
        pen.setColor(INK);
        Random words = new Random(11);
        for (int y = MARGIN + 2 * MARK; y < PAGE_HEIGHT - MARGIN - 2 * MARK; y += 26) {
            line(pen, y, words);
        }
    }

    /** Words of strokes: no font is needed, and nobody's text is shown. */
    private static void line(Graphics2D pen, int y, Random words) {
        int x = MARGIN;
        while (x < PAGE_WIDTH - MARGIN - 20) {
            int strokes = 2 + words.nextInt(4);
            for (int i = 0; i < strokes; i++) {
                int at = words.nextInt(12);
                if (words.nextBoolean()) {
                    pen.fillRect(x, y + at, 13, 2);
                } else {
                    pen.fillRect(x + at, y, 2, 14);
                }
            }
            x += words.nextInt(6) == 0 ? 40 : 18;
        }
    }

    private static BufferedImage blur(BufferedImage image) {
        int side = 11;
        float[] even = new float[side * side];
        Arrays.fill(even, 1f / even.length);
        ConvolveOp op = new ConvolveOp(new Kernel(side, side, even), ConvolveOp.EDGE_NO_OP, null);
        return op.filter(op.filter(image, null), null);
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
