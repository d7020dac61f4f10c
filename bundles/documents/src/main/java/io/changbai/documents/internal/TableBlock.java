package io.changbai.documents.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bordered table that breaks between rows and repeats its header on each page. */
final class TableBlock {

    private static final double SIZE = 10;
    private static final double LINE = 14;
    private static final double PADDING = 3;
    private static final double SIDE = 4;
    private static final double LEAST_COLUMN = 4 * SIZE;
    private static final int MOST_LINES = 30;
    private static final double BASELINE = LINE / 2 + SIZE * 0.36;
    private static final double OUTER = 0.9;
    private static final double INNER = 0.4;
    private static final Color SHADE = new Color(0xF0, 0xEE, 0xEA);

    private final LineBreaker breaker;
    private final Sheet sheet;
    private final double[] columns;
    private final List<List<String>> header;

    TableBlock(Sheet sheet, FontChain fonts, List<String> header, List<List<String>> rows) {
        this.sheet = sheet;
        this.breaker = new LineBreaker(fonts);
        this.columns = columns(fonts, header, rows);
        this.header = cells(header);
    }

    /**
     * Draws the rows.
     *
     * @param following height of what belongs to the table's end. The last row moves to the next page together with it:
     *     alone on a page it would be the end of any certificate.
     */
    void draw(List<List<String>> rows, double following) throws IOException {
        // Each row's lines by cell; a row taller than a page is several.
        List<List<List<String>>> parts = new ArrayList<>();
        rows.forEach(row -> parts.addAll(parts(cells(row))));
        sheet.need(height(header) + LINE + 2 * PADDING);
        double top = begin();
        for (int i = 0; i < parts.size(); i++) {
            double also = i == parts.size() - 1 ? following : 0;
            if (i > 0 && !sheet.hasRoom(height(parts.get(i)) + also)) {
                outline(top);
                sheet.turn();
                top = begin();
            }
            row(parts.get(i), false);
        }
        outline(top);
    }

    private double begin() throws IOException {
        double top = sheet.y();
        row(header, true);
        return top;
    }

    private void row(List<List<String>> cells, boolean head) throws IOException {
        double height = height(cells);
        if (head) {
            sheet.page().fill(Sheet.LEFT, sheet.y() - height, Sheet.RIGHT - Sheet.LEFT, height, SHADE);
        }
        double x = Sheet.LEFT;
        for (int i = 0; i < columns.length; i++) {
            cell(x, columns[i], height, cells.get(i), head);
            x += columns[i];
        }
        sheet.down(height);
        sheet.page().line(Sheet.LEFT, sheet.y(), Sheet.RIGHT, sheet.y(), INNER, PageWriter.INK);
    }

    private void cell(double x, double width, double height, List<String> lines, boolean head) throws IOException {
        TextStyle style = head ? TextStyle.ink(SIZE).bolder() : TextStyle.ink(SIZE);
        double y = sheet.y() - (height - lines.size() * LINE) / 2 - BASELINE;
        for (String line : lines) {
            if (head || lines.size() == 1) {
                sheet.page().centred(x + width / 2, y, style, line);
            } else {
                sheet.page().text(x + SIDE, y, style, line);
            }
            y -= LINE;
        }
    }

    private void outline(double top) throws IOException {
        double x = Sheet.LEFT;
        for (int i = 0; i < columns.length - 1; i++) {
            x += columns[i];
            sheet.page().line(x, top, x, sheet.y(), INNER, PageWriter.INK);
        }
        sheet.page().frame(Sheet.LEFT, sheet.y(), Sheet.RIGHT - Sheet.LEFT, top - sheet.y(), OUTER, PageWriter.INK);
    }

    private List<List<String>> cells(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            String text = i < row.size() ? row.get(i) : "";
            cells.add(breaker.lines(text, (columns[i] - 2 * SIDE) / SIZE, 0));
        }
        return cells;
    }

    /** A row taller than a page goes on as further rows. */
    private static List<List<List<String>>> parts(List<List<String>> cells) {
        List<List<List<String>>> parts = new ArrayList<>();
        int longest = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int from = 0; from < longest; from += MOST_LINES) {
            int start = from;
            parts.add(cells.stream()
                    .map(cell -> cell.subList(Math.min(start, cell.size()), Math.min(start + MOST_LINES, cell.size())))
                    .toList());
        }
        return parts;
    }

    private static double height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LINE + 2 * PADDING;
    }

    /** Each column as wide as its longest cell wants, then stretched or cut to the width of the page. */
    private static double[] columns(FontChain fonts, List<String> header, List<List<String>> rows) {
        double[] wanted = new double[header.size()];
        for (int i = 0; i < wanted.length; i++) {
            int column = i;
            double longest = rows.stream()
                    .filter(row -> column < row.size())
                    .mapToDouble(row -> fonts.width(row.get(column)))
                    .max()
                    .orElse(0);
            wanted[i] = Math.max(LEAST_COLUMN, Math.max(longest, fonts.width(header.get(i))) * SIZE + 2 * SIDE);
        }
        return fitted(wanted, Sheet.RIGHT - Sheet.LEFT);
    }

    /** What is too much is taken from the widest columns: a long employer wraps, a month never does. */
    private static double[] fitted(double[] wanted, double width) {
        double sum = Arrays.stream(wanted).sum();
        if (sum <= width) {
            double more = (width - sum) / wanted.length;
            return Arrays.stream(wanted).map(w -> w + more).toArray();
        }
        double most = mostPerColumn(wanted, width);
        return Arrays.stream(wanted).map(w -> Math.min(w, most)).toArray();
    }

    /** The limit at which the columns fill the width exactly. */
    private static double mostPerColumn(double[] wanted, double width) {
        double[] sorted = Arrays.stream(wanted).sorted().toArray();
        double left = width;
        for (int i = 0; i < sorted.length; i++) {
            double fair = left / (sorted.length - i);
            if (sorted[i] > fair) {
                return fair;
            }
            left -= sorted[i];
        }
        return width;
    }
}
