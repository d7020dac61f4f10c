package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Carries out what the host sends, byte by byte: text, control codes, ESC and FS commands; GS has its own class. */
final class Interpreter {
    private static final Charset CODE_TABLE = Charset.forName("IBM437");
    private static final int REPLACEMENT = 0xFFFD;

    /** Where bytes come from; waits for the next one. */
    @FunctionalInterface
    interface Source {
        int next() throws BufferCleared, InterruptedException;
    }

    private final Source source;
    private final Mechanism mechanism;
    private final Carriage carriage;
    private final GroupCommands group;
    private volatile ReceiptPrinterModel model;

    Interpreter(ReceiptPrinterModel model, Source source, Mechanism mechanism, Carriage carriage) {
        this.model = model;
        this.source = source;
        this.mechanism = mechanism;
        this.carriage = carriage;
        this.group = new GroupCommands(source, mechanism, carriage);
        this.group.model(model);
    }

    void model(ReceiptPrinterModel next) {
        model = next;
        group.model(next);
    }

    void oneCommand() throws BufferCleared, InterruptedException {
        int first = source.next();
        switch (first) {
            case 0x0A -> carriage.endLine();
            case 0x0D, 0x00 -> {
                // A carriage return alone prints nothing unless a memory switch says otherwise.
            }
            case 0x09 -> tab();
            case 0x10 -> realTime();
            case 0x19 -> mechanism.tray().ttp(source.next());
            case 0x1E -> cut();
            case 0x1B -> escape(source.next());
            case 0x1C -> chinese(source.next());
            case 0x1D -> group.command(source.next());
            default -> text(first);
        }
    }

    private void text(int first) throws BufferCleared, InterruptedException {
        if (first < 0x20) {
            carriage.page().note("[control " + hex(first) + "]");
        } else if (first < 0x80) {
            carriage.narrow(first);
        } else if (carriage.style().chinese) {
            twoOrFourBytes(first, source.next());
        } else {
            carriage.narrow(new String(new byte[] {(byte) first}, CODE_TABLE).codePointAt(0));
        }
    }

    /** A ROM knows a two-byte area only: a four-byte sequence leaves a blank box. */
    private void twoOrFourBytes(int first, int second) throws BufferCleared, InterruptedException {
        if (second >= 0x30 && second <= 0x39) {
            source.next();
            source.next();
            carriage.wide(-1);
            return;
        }
        int codePoint = new String(
                        new byte[] {(byte) first, (byte) second},
                        Charset.forName(model.rom().name()))
                .codePointAt(0);
        boolean known = codePoint != REPLACEMENT && RomFont.has(codePoint);
        carriage.wide(known ? codePoint : -1);
    }

    private void tab() throws BufferCleared, InterruptedException {
        for (int i = 0; i < 4; i++) {
            carriage.narrow(' ');
        }
    }

    /** Obeyed when it arrived; here it is only stepped over. */
    private void realTime() throws BufferCleared, InterruptedException {
        boolean longForm = source.next() == 0x14;
        int function = source.next();
        if (longForm) {
            skip(function == 0x08 ? 7 : 2);
        }
    }

    private void escape(int command) throws BufferCleared, InterruptedException {
        TextStyle style = carriage.style();
        switch (command) {
            case '@' -> carriage.initialise();
            case 'd' -> feedLines(source.next());
            case 'J' -> feedDots(source.next());
            case 'E', 'G' -> style.bold = (source.next() & 1) == 1;
            case '-' -> style.underline = source.next() % 0x30;
            case 'a' -> style.alignment = source.next() % 0x30;
            case '!' -> style.printMode(source.next());
            case '3' -> style.lineSpacing = source.next();
            case '2' -> style.defaultLineSpacing();
            case 'v' -> mechanism.answer(mechanism.status().paperSensor());
            case 'i', 'm' -> cut();
            case '*' -> bitImage();
            case 't', 'R', 'M', ' ', '{', 'V', 'S', 'T', '=' -> skip(1);
            case '$', '\\', 'c' -> skip(2);
            case 'p' -> skip(3);
            case 'D' -> skipTabs();
            default -> carriage.page().note("[unknown ESC " + hex(command) + "]");
        }
    }

    private void chinese(int command) throws BufferCleared, InterruptedException {
        TextStyle style = carriage.style();
        switch (command) {
            case '&' -> style.chinese = true;
            case '.' -> style.chinese = false;
            case '!' -> style.chineseMode(source.next());
            case '-' -> style.underline = source.next() % 0x30;
            case 'W' -> {
                int times = (source.next() & 1) + 1;
                style.chineseWidthTimes = times;
                style.chineseHeightTimes = times;
            }
            case 'S' -> skip(2);
            case 'C' -> skip(1);
            default -> carriage.page().note("[unknown FS " + hex(command) + "]");
        }
    }

    private void feedLines(int lines) throws BufferCleared, InterruptedException {
        carriage.endLineIfBegun();
        carriage.feed(lines * carriage.style().lineSpacing);
    }

    private void feedDots(int dots) throws BufferCleared, InterruptedException {
        carriage.endLineIfBegun();
        carriage.feed(dots);
    }

    private void cut() throws BufferCleared, InterruptedException {
        carriage.endLineIfBegun();
        mechanism.cut(carriage.page());
        carriage.freshPaper();
    }

    /** ESC * is the old column image: its size is known, so it can be stepped over; the log says it was there. */
    private void bitImage() throws BufferCleared, InterruptedException {
        int mode = source.next();
        int columns = source.next() | (source.next() << 8);
        skip(mode >= 32 ? 3 * columns : columns);
        carriage.page().note("[column image " + columns + " dots wide, not drawn]");
    }

    private void skipTabs() throws BufferCleared, InterruptedException {
        int stop = source.next();
        while (stop != 0) {
            stop = source.next();
        }
    }

    private void skip(int count) throws BufferCleared, InterruptedException {
        take(source, count);
    }

    static byte[] take(Source source, int count) throws BufferCleared, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, 4096));
        for (int i = 0; i < count; i++) {
            bytes.write(source.next());
        }
        return bytes.toByteArray();
    }

    static String hex(int value) {
        return String.format("%02X", value);
    }
}
