package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.escpos.Conditions;
import io.changbai.device.emulators.internal.escpos.Intake;
import io.changbai.device.emulators.internal.escpos.PrinterEngine;
import io.changbai.device.emulators.internal.escpos.ReturnPath;
import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ESC/POS kiosk printer on a TCP port. Each receipt is kept as a PNG and a text file in the output folder. While it is
 * offline it keeps what it was sent; DLE ENQ 2 and DLE DC4 drop it.
 */
public final class ReceiptPrinterEmulator implements AutoCloseable {

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
    private final Intake intake = new Intake();

    /** An 80 mm printer that will listen on {@code port} (0: any free one) and keep its paper in {@code output}. */
    public ReceiptPrinterEmulator(int port, Path output) {
        this(port, output, ReceiptPrinterModel.WIDE);
    }

    public ReceiptPrinterEmulator(int port, Path output, ReceiptPrinterModel model) {
        server = new WireServer("receipt-printer", port, this::serve);
        engine = new PrinterEngine(output, model, new Outside());
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

    /** Offline without a reason that a status byte names, until told otherwise. */
    public void offline(boolean on) {
        engine.conditions().standby(on);
    }

    /** An error that only {@link #powerCycle} ends. */
    public void breakDown() {
        engine.conditions().broken(true);
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

    /** The line's speed in bits per second; 0 for as fast as the host sends. */
    public void baud(int bitsPerSecond) {
        intake.baud(bitsPerSecond);
    }

    /** It takes nothing from the line, and so answers nothing, until it reads again. */
    public void stopReading(boolean on) {
        intake.stop(on);
    }

    public boolean isReading() {
        return !intake.isStopped();
    }

    /** Puts another printer on the same cable: off, exchanged, on. Nothing is kept. */
    public void exchange(ReceiptPrinterModel model) {
        server.unplug();
        engine.exchange(model);
        server.plug();
    }

    /** Somebody takes the receipt out of the outlet. */
    public void take() {
        engine.conditions().ticketInOutlet(false);
    }

    public boolean hasTicketInOutlet() {
        return engine.conditions().status().ticketInOutlet();
    }

    /** The rollers of the presenter turn and draw nothing back. */
    public void jamRetract(boolean on) {
        engine.tray().stuck(on);
    }

    /** Tickets drawn back into the bin since the start. */
    public int retracted() {
        return engine.tray().retracted();
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
        intake.stop(false);
        engine.tray().stuck(false);
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
        intake.stop(false);
        server.close();
        engine.close();
        returns.close();
    }

    private void serve(Wire wire) throws IOException {
        try {
            int next = wire.in().read();
            while (next >= 0) {
                intake.awaitNext();
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
