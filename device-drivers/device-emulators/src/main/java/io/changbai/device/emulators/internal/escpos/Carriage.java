package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.internal.escpos.ReceiptPage.Cell;
import java.util.ArrayList;
import java.util.List;

/** The line being put together and the paper it goes to. Nothing is on paper before its line ends. */
final class Carriage {
    private final Mechanism mechanism;
    private int width;
    private final List<Cell> line = new ArrayList<>();
    private TextStyle style = new TextStyle();
    private ReceiptPage page;

    Carriage(Mechanism mechanism, int width) {
        this.mechanism = mechanism;
        this.width = width;
        page = new ReceiptPage(width);
    }

    TextStyle style() {
        return style;
    }

    ReceiptPage page() {
        return page;
    }

    /** ESC @: the line buffer and the modes go, the paper stays as it is. */
    void initialise() {
        line.clear();
        style = new TextStyle();
    }

    /** Another head: from the next paper on. */
    void width(int dots) {
        width = dots;
    }

    /** Fresh paper, after the old was cut off or torn off. */
    void freshPaper() {
        line.clear();
        page = new ReceiptPage(width);
    }

    void narrow(int codePoint) throws BufferCleared, InterruptedException {
        put(codePoint, RomFont.NARROW * style.widthTimes, RomFont.HEIGHT * style.heightTimes);
    }

    /** A full-width character; -1 is the blank box of one that is not in the ROM. */
    void wide(int codePoint) throws BufferCleared, InterruptedException {
        int widthTimes = Math.max(style.widthTimes, style.chineseWidthTimes);
        int heightTimes = Math.max(style.heightTimes, style.chineseHeightTimes);
        put(codePoint, RomFont.WIDE * widthTimes, RomFont.HEIGHT * heightTimes);
    }

    void endLine() throws BufferCleared, InterruptedException {
        mechanism.awaitReady();
        int rows = page.line(line, style.alignment, style.lineSpacing);
        line.clear();
        mechanism.moved(rows);
    }

    void endLineIfBegun() throws BufferCleared, InterruptedException {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    void feed(int rows) throws BufferCleared, InterruptedException {
        mechanism.awaitReady();
        page.feed(rows);
        mechanism.moved(rows);
    }

    void raster(byte[] bits, int bytesPerRow, int wide, int high) throws BufferCleared, InterruptedException {
        mechanism.awaitReady();
        page.raster(bits, bytesPerRow, style.alignment, wide, high);
        mechanism.moved(bytesPerRow == 0 ? 0 : bits.length / bytesPerRow * high);
    }

    boolean lineBegun() {
        return !line.isEmpty();
    }

    private void put(int codePoint, int cellWidth, int cellHeight) throws BufferCleared, InterruptedException {
        int used = line.stream().mapToInt(Cell::width).sum();
        if (used + cellWidth > width) {
            endLine();
        }
        line.add(new Cell(codePoint, cellWidth, cellHeight, style.bold, style.underline, style.reverse));
    }
}
