package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.escpos.Conditions;
import io.changbai.device.emulators.internal.escpos.PrinterEngine;
import io.changbai.device.emulators.internal.escpos.ReturnPath;
import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An 80 mm ESC/POS kiosk printer on a TCP port. Each receipt is kept as a PNG and a text file in the output folder. Its
 * ROM has the two-byte GBK area only. While it is offline it keeps what it was sent; DLE ENQ 2 and DLE DC4 drop it.
 */
public final class ReceiptPrinterEmulator implements AutoCloseable {
    private static final int DOTS_WIDE = 576;

    /** The roll as both paper sensors see it. */
    public enum Paper {
        OK,
        LOW,
        OUT
    }

    private final WireServer server;
    private final PrinterEngine engine;
    private final List<PrintedReceipt> printed = new ArrayList<>();
    private final ReturnPath returns = new ReturnPath();

    /** A printer that will listen on {@code port} (0: any free one) and keep its paper in {@code output}. */
    public ReceiptPrinterEmulator(int port, Path output) {
        server = new WireServer("receipt-printer", port, this::serve);
        engine = new PrinterEngine(output, DOTS_WIDE, new Outside());
        engine.presenter(true);
    }

    public ReceiptPrinterEmulator start() {
        engine.start();
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** Loading paper after it was out lets the printer go on with what it kept. */
    public void paper(Paper paper) {
        engine.conditions().paper(Conditions.Paper.valueOf(paper.name()));
    }

    public Paper paper() {
        return Paper.valueOf(engine.conditions().status().paper().name());
    }

    /** The paper ends after so many printed lines, counted from now. */
    public void paperOutAfterLines(int lines) {
        engine.conditions().paperOutAfterLines(lines);
    }

    /** The paper ends when so many more bytes have been worked on. */
    public void paperOutAfterBytes(long bytes) {
        engine.conditions().paperOutAfterBytes(bytes);
    }

    public void cover(boolean open) {
        engine.conditions().coverOpen(open);
    }

    public boolean isCoverOpen() {
        return engine.conditions().status().coverOpen();
    }

    /** The blade sticks now, and the error shows at once. */
    public void jamCutter() {
        engine.conditions().jamCutter();
    }

    /** The blade will stick at the next cut. */
    public void jamCutterAtNextCut() {
        engine.conditions().blockCutter();
    }

    /** Frees the blade; the error stays until the host sends DLE ENQ, or the power is switched. */
    public void freeCutter() {
        engine.conditions().freeCutter();
    }

    /** Frees the blade and resets the error, as a technician with the power switch does. */
    public void mendCutter() {
        engine.conditions().freeCutter();
        engine.conditions().recover();
    }

    public boolean isCutterJammed() {
        return engine.conditions().status().cutterError();
    }

    public void headHot(boolean hot) {
        engine.conditions().headHot(hot);
    }

    /** It prints but answers nothing. */
    public void mute(boolean on) {
        returns.mute(on);
    }

    public boolean isMute() {
        return returns.isMute();
    }

    /** Every answer comes so much later; zero for at once. */
    public void answerLate(Duration by) {
        returns.late(by);
    }

    /** The next {@code answers} are garbage. */
    public void garble(int answers) {
        returns.garble(answers);
    }

    /** The next {@code count} process ids are never answered although the receipt is printed. */
    public void loseProcessIds(int count) {
        returns.loseProcessIds(count);
    }

    /** Rows per second; 0 prints at once, 1600 is a real printer's 200 mm/s. */
    public void speed(int dotsPerSecond) {
        engine.dotsPerSecond(dotsPerSecond);
    }

    /** Whether DLE EOT 20 tells about a ticket in the outlet, as printers with a presenter do; it does by default. */
    public void presenter(boolean there) {
        engine.presenter(there);
    }

    /** Somebody takes the receipt out of the outlet. */
    public void take() {
        engine.conditions().ticketInOutlet(false);
    }

    public boolean hasTicketInOutlet() {
        return engine.conditions().status().ticketInOutlet();
    }

    /** Every receipt cut off since the start, oldest first. */
    public synchronized List<PrintedReceipt> printed() {
        return List.copyOf(printed);
    }

    public synchronized Optional<PrintedReceipt> last() {
        return printed.isEmpty() ? Optional.empty() : Optional.of(printed.get(printed.size() - 1));
    }

    /** Waits until so many receipts have been cut off since the start; false when they were not in time. */
    public synchronized boolean awaitPrinted(int receipts, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (printed.size() < receipts) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Bytes kept and not yet printed. */
    public int bytesWaiting() {
        return engine.bytesWaiting();
    }

    /** Off and on again: what it kept is gone, so is a cutter error. */
    public void powerCycle() {
        server.unplug();
        engine.powerCycle();
        server.plug();
    }

    /** Healthy again, nothing in the outlet, no fault planned. Paper already printed stays on record. */
    public void mendAll() {
        returns.mend();
        engine.conditions().mendAll();
        server.plug();
    }

    public void unplug() {
        server.unplug();
    }

    public void plug() {
        server.plug();
    }

    public boolean plugged() {
        return server.plugged();
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }

    private void serve(Wire wire) throws IOException {
        try {
            int next = wire.in().read();
            while (next >= 0) {
                engine.receive(next);
                next = wire.in().read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Outside implements PrinterEngine.Outside {
        @Override
        public void answer(byte[] bytes) {
            returns.send(server, bytes);
        }

        @Override
        public boolean losesProcessId() {
            return returns.losesProcessId();
        }

        @Override
        public void cutOff(Path picture, String words) {
            synchronized (ReceiptPrinterEmulator.this) {
                printed.add(new PrintedReceipt(picture, words));
                ReceiptPrinterEmulator.this.notifyAll();
            }
        }
    }
}
