package io.changbai.device.emulators.internal.escpos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.changbai.device.emulators.internal.escpos.Interpreter.Source;
import io.changbai.device.emulators.internal.escpos.QrSymbol.Dots;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.util.Arrays;
import java.util.Optional;

/** The GS commands: sizes, images, QR, cut, status, who the printer is, and the process id. */
final class GroupCommands {
    private final Source source;
    private final Mechanism mechanism;
    private final Carriage carriage;
    private final QrSymbol qr = new QrSymbol();
    private volatile ReceiptPrinterModel model = ReceiptPrinterModel.WIDE;

    GroupCommands(Source source, Mechanism mechanism, Carriage carriage) {
        this.source = source;
        this.mechanism = mechanism;
        this.carriage = carriage;
    }

    void model(ReceiptPrinterModel next) {
        model = next;
    }

    void command(int command) throws BufferCleared, InterruptedException {
        switch (command) {
            case '!' -> carriage.style().size(source.next());
            case 'B' -> carriage.style().reverse = (source.next() & 1) == 1;
            case 'v' -> rasterImage();
            case '(' -> withLength(source.next());
            case 'V' -> cut(source.next());
            case 'a' -> mechanism.automaticStatus(source.next());
            case 'r' -> transmitStatus(source.next());
            case 'I' -> tellWhoIAm(source.next());
            case 'k' -> skipBarcode(source.next());
            case 'e' -> mechanism.tray().custom(source.next(), source);
            case 'L', 'W', 'P', '$', '\\' -> skip(2);
            case 'h', 'w', 'H', 'f', 'b' -> skip(1);
            default -> carriage.page().note("[unknown GS " + Interpreter.hex(command) + "]");
        }
    }

    /** GS v 0 m xL xH yL yH: x bytes to a row, y rows. Real printers drop it when a line has been begun. */
    private void rasterImage() throws BufferCleared, InterruptedException {
        source.next();
        int mode = source.next() % 0x30;
        int bytesPerRow = twoBytes();
        int rows = twoBytes();
        byte[] bits = Interpreter.take(source, bytesPerRow * rows);
        if (carriage.lineBegun()) {
            carriage.page().note("[image dropped: a line had been begun]");
            return;
        }
        carriage.page().note("[image " + bytesPerRow * 8 + "x" + rows + "]");
        carriage.raster(bits, bytesPerRow, (mode & 1) + 1, (mode >> 1 & 1) + 1);
    }

    private void withLength(int function) throws BufferCleared, InterruptedException {
        byte[] parameters = Interpreter.take(source, twoBytes());
        if (function == 'k' && model.nativeQr() && parameters.length >= 2 && parameters[0] == 0x31) {
            symbol(parameters[1], Arrays.copyOfRange(parameters, 2, parameters.length));
        } else if (function == 'H'
                && model.processId()
                && parameters.length == 6
                && parameters[0] == 0x30
                && parameters[1] == 0x30) {
            processId(parameters);
        } else {
            carriage.page().note("[unknown GS ( " + (char) function + "]");
        }
    }

    private void symbol(int function, byte[] values) throws BufferCleared, InterruptedException {
        switch (function) {
            case 0x43 -> qr.module(values.length == 0 ? 0 : values[0]);
            case 0x45 -> qr.level(values.length == 0 ? 0 : values[0]);
            case 0x50 -> qr.store(values.length == 0 ? values : Arrays.copyOfRange(values, 1, values.length));
            case 0x51 -> printSymbol();
            default -> {
                // 41 chooses the model; this printer draws model 2 only.
            }
        }
    }

    private void printSymbol() throws BufferCleared, InterruptedException {
        Optional<Dots> dots = qr.draw();
        if (dots.isEmpty()) {
            carriage.page().note("[QR not printed: nothing stored, or too much]");
            return;
        }
        carriage.endLineIfBegun();
        carriage.page().note("[QR " + qr.content() + "]");
        carriage.raster(dots.get().bits, dots.get().bytesPerRow, 1, 1);
    }

    /** Comes back when everything before it is on paper: the only sure word that a receipt exists. */
    private void processId(byte[] parameters) throws BufferCleared, InterruptedException {
        mechanism.awaitReady();
        byte[] answer = {0x37, 0x22, parameters[2], parameters[3], parameters[4], parameters[5], 0x00};
        mechanism.answerProcessId(answer);
    }

    private void cut(int mode) throws BufferCleared, InterruptedException {
        carriage.endLineIfBegun();
        if (mode >= 0x41) {
            carriage.feed(source.next());
        }
        mechanism.cut(carriage.page());
        carriage.freshPaper();
    }

    private void transmitStatus(int n) {
        if (n % 0x30 == 1) {
            mechanism.answer(mechanism.status().paperSensor());
        }
    }

    private void tellWhoIAm(int n) {
        switch (n) {
            case 1, 0x31 -> mechanism.answer(new byte[] {0x20});
            case 2, 0x32 -> mechanism.answer(new byte[] {0x03});
            case 3, 0x33 -> mechanism.answer(new byte[] {0x01});
            case 65 -> tell("1.00 EMU");
            case 66 -> tell("CHANGBAI");
            case 67 -> tell(model.dotsWide() > 400 ? "EMULATED-80" : "EMULATED-58");
            case 68 -> tell("EMU0000001");
            default -> {
                // Real printers stay silent, too.
            }
        }
    }

    private void tell(String text) {
        mechanism.answer(("_" + text + "\0").getBytes(US_ASCII));
    }

    private void skipBarcode(int mode) throws BufferCleared, InterruptedException {
        if (mode >= 65) {
            skip(source.next());
        } else {
            int next = source.next();
            while (next != 0) {
                next = source.next();
            }
        }
        carriage.page().note("[barcode, not drawn]");
    }

    private int twoBytes() throws BufferCleared, InterruptedException {
        return source.next() | (source.next() << 8);
    }

    private void skip(int count) throws BufferCleared, InterruptedException {
        Interpreter.take(source, count);
    }
}
