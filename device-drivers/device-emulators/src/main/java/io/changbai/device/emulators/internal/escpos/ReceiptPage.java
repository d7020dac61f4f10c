package io.changbai.device.emulators.internal.escpos;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The paper since the last cut: rows of dots that grow downwards, and in words what was printed on them. */
final class ReceiptPage {
    private static final int MARGIN = 24;
    /** Beyond this the "receipt" is a runaway job: about 4 m of paper. */
    private static final int LONGEST = 32_000;
    /** Ink of a thermal head is black or nothing. */
    private static final int HALF = 150;

    /** One character cell; {@code codePoint} -1 is the blank box of a character the ROM does not have. */
    record Cell(int codePoint, int width, int height, boolean bold, int underline, boolean reverse) {}

    private final int width;
    private final List<String> words = new ArrayList<>();
    private BufferedImage dots;
    private Graphics2D pen;
    private int height;

    ReceiptPage(int width) {
        this.width = width;
        grow(1024);
    }

    int width() {
        return width;
    }

    boolean isEmpty() {
        return height == 0;
    }

    String words() {
        return String.join("\n", words) + "\n";
    }

    void note(String what) {
        words.add(what);
    }

    void feed(int rows) {
        height = Math.min(LONGEST, height + rows);
    }

    /** Prints one line of cells, bottoms aligned, and feeds by the line spacing or the tallest cell. */
    int line(List<Cell> cells, int alignment, int lineSpacing) {
        int tallest = cells.stream().mapToInt(Cell::height).max().orElse(0);
        int rows = Math.max(lineSpacing, tallest);
        grow(height + rows);
        int x = start(cells.stream().mapToInt(Cell::width).sum(), alignment);
        for (Cell cell : cells) {
            draw(cell, x, height + tallest - cell.height());
            x += cell.width();
        }
        words.add(asText(cells));
        feed(rows);
        return rows;
    }

    /** Prints rows of dots, eight to a byte, most significant left; each dot as {@code wide} by {@code high} dots. */
    void raster(byte[] bits, int bytesPerRow, int alignment, int wide, int high) {
        int rows = bytesPerRow == 0 ? 0 : bits.length / bytesPerRow;
        grow(height + rows * high);
        int left = start(bytesPerRow * 8 * wide, alignment);
        pen.setColor(Color.BLACK);
        for (int i = 0; i < rows * bytesPerRow * 8; i++) {
            int row = i / (bytesPerRow * 8);
            int column = i % (bytesPerRow * 8);
            if ((bits[row * bytesPerRow + column / 8] & (0x80 >> (column % 8))) != 0) {
                pen.fillRect(left + column * wide, height + row * high, wide, high);
            }
        }
        feed(rows * high);
    }

    /** The paper as it lies in the outlet: black and white, with a margin above and below. */
    BufferedImage picture() {
        BufferedImage picture =
                new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, inkAt(x - MARGIN, y - MARGIN) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return picture;
    }

    private boolean inkAt(int x, int y) {
        boolean on = x >= 0 && y >= 0 && x < width && y < Math.min(height, dots.getHeight());
        return on && (dots.getRGB(x, y) & 0xFF) < HALF;
    }

    private int start(int printed, int alignment) {
        int room = Math.max(0, width - printed);
        return switch (alignment) {
            case 1 -> room / 2;
            case 2 -> room;
            default -> 0;
        };
    }

    private void draw(Cell cell, int x, int y) {
        pen.setColor(Color.BLACK);
        if (cell.reverse()) {
            pen.fillRect(x, y, cell.width(), cell.height());
            pen.setColor(Color.WHITE);
        }
        if (cell.codePoint() < 0) {
            pen.drawRect(x + 2, y + 2, cell.width() - 5, cell.height() - 5);
        } else {
            RomFont.draw(pen, cell.codePoint(), cell.bold(), x, y, cell.width(), cell.height());
        }
        if (cell.underline() > 0) {
            pen.fillRect(x, y + cell.height() - cell.underline(), cell.width(), cell.underline());
        }
    }

    private static String asText(List<Cell> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(cell -> text.appendCodePoint(cell.codePoint() < 0 ? '□' : cell.codePoint()));
        return text.toString();
    }

    private void grow(int rows) {
        if (dots != null && rows <= dots.getHeight()) {
            return;
        }
        int taller = Math.min(LONGEST, Math.max(rows, dots == null ? 0 : 2 * dots.getHeight()));
        BufferedImage next = new BufferedImage(width, taller, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D nextPen = next.createGraphics();
        nextPen.setColor(Color.WHITE);
        nextPen.fillRect(0, 0, width, taller);
        if (dots != null) {
            nextPen.drawImage(dots, 0, 0, null);
            pen.dispose();
        }
        nextPen.setStroke(new BasicStroke(1));
        nextPen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        nextPen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        dots = next;
        pen = nextPen;
    }
}
