package io.changbai.device.emulators.internal.escpos;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The characters a printer has in its ROM: 12 by 24 dots for Latin, 24 by 24 for the two-byte GBK area, drawn from the
 * first Chinese TrueType font of the machine.
 */
final class RomFont {
    private static final Logger LOG = LoggerFactory.getLogger(RomFont.class);
    static final int HEIGHT = 24;
    static final int WIDE = 24;
    static final int NARROW = 12;
    private static final int BASELINE = 20;
    /** The fonts of Debian's fonts-lxgw-wenkai, fonts-wqy-zenhei and fonts-wqy-microhei. */
    private static final List<String> FILES = List.of(
            "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");

    private static final class Loaded {
        static final Font FONT = load();
    }

    private RomFont() {}

    /** Whether the ROM has this character; a blank box stands for those it has not. */
    static boolean has(int codePoint) {
        return Loaded.FONT.canDisplay(codePoint);
    }

    /** Draws one character into a cell of {@code width} by {@code height} dots with its top left corner at x, y. */
    static void draw(Graphics2D page, int codePoint, boolean bold, int x, int y, int width, int height) {
        Font font = bold ? Loaded.FONT.deriveFont(Font.BOLD) : Loaded.FONT;
        GlyphVector glyph =
                font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(codePoint));
        double cell = width * (double) HEIGHT / height;
        Rectangle2D box = glyph.getLogicalBounds();
        double squeeze = box.getWidth() > cell ? cell / box.getWidth() : 1;
        AffineTransform before = page.getTransform();
        page.translate(x, y);
        page.scale(height / (double) HEIGHT, height / (double) HEIGHT);
        page.translate((cell - box.getWidth() * squeeze) / 2, BASELINE);
        page.scale(squeeze, 1);
        page.drawGlyphVector(glyph, 0, 0);
        page.setTransform(before);
    }

    private static Font load() {
        for (String file : FILES) {
            if (Files.isReadable(Path.of(file))) {
                try {
                    return Font.createFont(Font.TRUETYPE_FONT, Path.of(file).toFile())
                            .deriveFont((float) HEIGHT);
                } catch (FontFormatException | IOException e) {
                    LOG.warn("The receipt printer emulator cannot use the font {}: {}", file, e.toString());
                }
            }
        }
        LOG.warn("No Chinese font for emulated receipts; apt-get install fonts-lxgw-wenkai");
        return new Font(Font.MONOSPACED, Font.PLAIN, HEIGHT);
    }
}
