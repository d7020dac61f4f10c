package io.changbai.receipt.printer.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a line of text as dots, on the same grid of columns as the printer's own text, with the first configured font
 * that has each character. Fonts are opened with the first line that needs them.
 */
final class LinePainter {

    static final int COLUMN = 12;
    private static final int CELL = 24;
    static final int LEADING = 10;
    /** Dots from line to line in the printer's own text. */
    static final int LINE = CELL + LEADING;

    private static final double BASELINE = 0.86;

    private static final Logger LOG = LoggerFactory.getLogger(LinePainter.class);

    private final List<Path> files;
    private final int width;
    private List<Font> fonts;

    /** @param width of the paper in dots */
    LinePainter(List<Path> files, int width) {
        this.files = List.copyOf(files);
        this.width = width;
    }

    /**
     * Paints one line.
     *
     * @param startColumn columns of normal size to leave free at the left
     */
    DotPicture paint(String text, int startColumn, int scale, boolean bold) {
        BufferedImage image = new BufferedImage(width, (CELL + LEADING) * scale, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setColor(Color.WHITE);
        int x = startColumn * COLUMN;
        for (int codePoint : text.codePoints().toArray()) {
            int cell = PaperLine.columns(codePoint) * COLUMN * scale;
            draw(graphics, codePoint, x, cell, scale, bold);
            x += cell;
        }
        graphics.dispose();
        return dots(image);
    }

    private void draw(Graphics2D graphics, int codePoint, int x, int cell, int scale, boolean bold) {
        int top = 0;
        Optional<Font> font = fontFor(codePoint);
        if (font.isEmpty()) {
            missing(graphics, codePoint, x, top, cell, scale);
            return;
        }
        String character = Character.toString(codePoint);
        graphics.setFont(fitting(graphics, font.get().deriveFont((float) CELL * scale), character, cell));
        int left = x + (cell - graphics.getFontMetrics().stringWidth(character)) / 2;
        int baseline = top + (int) Math.round(CELL * scale * BASELINE);
        graphics.drawString(character, left, baseline);
        if (bold) {
            graphics.drawString(character, left + 1, baseline);
        }
    }

    /** Digits of many fonts are wider than half a Chinese character: they are made narrower, or they would touch. */
    private static Font fitting(Graphics2D graphics, Font font, String character, int cell) {
        double wide = graphics.getFontMetrics(font).stringWidth(character);
        double room = cell - cell / 12.0;
        boolean narrow = character.codePointAt(0) < 0x80;
        return narrow && wide > room ? font.deriveFont(AffineTransform.getScaleInstance(room / wide, 1)) : font;
    }

    /** A frame with the code in it: whoever reads the receipt sees that a character is missing, and which. */
    private void missing(Graphics2D graphics, int codePoint, int x, int top, int cell, int scale) {
        graphics.drawRect(x + 1, top, cell - 3, CELL * scale - 1);
        String code = String.format(Locale.ROOT, "%06X", codePoint);
        fontFor('0').ifPresent(font -> {
            graphics.setFont(font.deriveFont(10f * scale));
            graphics.drawString(code.substring(0, 3), x + 3 * scale, top + 11 * scale);
            graphics.drawString(code.substring(3), x + 3 * scale, top + 21 * scale);
        });
    }

    private Optional<Font> fontFor(int codePoint) {
        if (Character.getType(codePoint) == Character.PRIVATE_USE) {
            return Optional.empty(); // what a font shows there is its own affair
        }
        return fonts().stream().filter(font -> font.canDisplay(codePoint)).findFirst();
    }

    private List<Font> fonts() {
        if (fonts == null) {
            List<Font> opened = new ArrayList<>();
            for (Path file : files) {
                try {
                    opened.add(Font.createFonts(file.toFile())[0]);
                } catch (IOException | FontFormatException e) {
                    LOG.warn("font {} is skipped: {}", file, e.toString());
                }
            }
            fonts = List.copyOf(opened);
        }
        return fonts;
    }

    private static DotPicture dots(BufferedImage image) {
        DotPicture picture = new DotPicture(image.getWidth(), image.getHeight());
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int bytesPerRow = image.getWidth() / 8;
        for (int i = 0; i < bits.length; i++) {
            for (int bit = 0; bits[i] != 0 && bit < 8; bit++) {
                if ((bits[i] & (0x80 >> bit)) != 0) {
                    picture.black(i % bytesPerRow * 8 + bit, i / bytesPerRow);
                }
            }
        }
        return picture;
    }
}
