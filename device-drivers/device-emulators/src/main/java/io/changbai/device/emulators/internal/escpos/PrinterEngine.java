package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The printer behind its cable: buffer, interpreter, sensors and paper. It goes on printing when the cable is out. */
public final class PrinterEngine implements AutoCloseable {
    /** What leaves the printer: bytes to the host, paper to the outlet. */
    public interface Outside {
        void answer(byte[] bytes);

        boolean losesProcessId();

        void cutOff(Path picture, String words);
    }

    private final Outside outside;
    private final ReceiptFolder folder;
    private final Conditions conditions = new Conditions(this::sensorsChanged);
    private final ReceiveBuffer buffer;
    private final Tray tray;
    private final Carriage carriage;
    private final Interpreter interpreter;
    private final Thread thread = new Thread(this::print, "emulator-receipt-printer-mechanism");
    private final RealTimeCommands realTime = new RealTimeCommands(new RealTime());
    private volatile int automaticStatus;
    private volatile int dotsPerSecond;

    public PrinterEngine(Path output, ReceiptPrinterModel model, Outside outside) {
        this.outside = outside;
        folder = new ReceiptFolder(output);
        buffer = new ReceiveBuffer(outside::answer);
        buffer.model(model);
        tray = new Tray(conditions, model.outlet());
        carriage = new Carriage(new Moving(), model.dotsWide());
        interpreter = new Interpreter(model, this::nextByte, new Moving(), carriage);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public Conditions conditions() {
        return conditions;
    }

    public void dotsPerSecond(int speed) {
        dotsPerSecond = speed;
    }

    public Tray tray() {
        return tray;
    }

    /** Another printer stands here; what the old one kept is gone with it. */
    public void exchange(ReceiptPrinterModel model) {
        buffer.model(model);
        tray.outlet(model.outlet());
        carriage.width(model.dotsWide());
        interpreter.model(model);
        powerCycle();
    }

    /** One byte from the host. */
    public void receive(int next) throws InterruptedException {
        if (!realTime.heard(next)) {
            buffer.put(next);
        }
    }

    public int bytesWaiting() {
        return buffer.size();
    }

    /** As the power switch: the buffer and every error that only power clears are gone. */
    public void powerCycle() {
        automaticStatus = 0;
        buffer.clear();
        conditions.freeCutter();
        conditions.broken(false);
        conditions.recover();
    }

    @Override
    public void close() {
        buffer.switchOff();
        conditions.wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print() {
        try {
            while (buffer.startAfresh()) {
                printUntilDropped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printUntilDropped() throws InterruptedException {
        try {
            while (!thread.isInterrupted()) {
                interpreter.oneCommand();
            }
        } catch (BufferCleared dropped) {
            tearOff();
        }
    }

    /** What was already on paper when the job was dropped is torn off by hand; it never heads the next receipt. */
    private void tearOff() {
        if (!carriage.page().isEmpty()) {
            carriage.page().note("[dropped before its end]");
            folder.keep("torn", carriage.page());
        }
        carriage.initialise();
        carriage.freshPaper();
    }

    private int nextByte() throws BufferCleared, InterruptedException {
        int next = buffer.take();
        conditions.byteTaken();
        return next;
    }

    private void sensorsChanged() {
        if (automaticStatus != 0) {
            outside.answer(conditions.status().automatic());
        }
    }

    private final class RealTime implements RealTimeCommands.Listener {
        @Override
        public void statusAsked(int n) {
            byte[] answer = n == 20 && tray.tells()
                    ? conditions.status().presenter()
                    : conditions.status().realTime(n);
            if (answer.length > 0) {
                outside.answer(answer);
            }
        }

        @Override
        public void recoverAsked(boolean clearing) {
            if (clearing) {
                buffer.clear();
            }
            // Also wakes a printing side that waits for paper, so that it notices what was dropped.
            conditions.recover();
        }
    }

    private final class Moving implements Mechanism {
        @Override
        public void awaitReady() throws BufferCleared, InterruptedException {
            conditions.awaitOnline(buffer::abandoned);
        }

        @Override
        public void moved(int rows) {
            int speed = dotsPerSecond;
            if (speed > 0) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(rows) / speed);
            }
            conditions.linePrinted();
        }

        @Override
        public void cut(ReceiptPage page) throws BufferCleared, InterruptedException {
            awaitReady();
            while (!conditions.cut()) {
                awaitReady();
            }
            if (!page.isEmpty()) {
                Path picture = folder.keep("receipt", page);
                conditions.ticketInOutlet(true);
                outside.cutOff(picture, page.words());
            }
        }

        @Override
        public void answer(byte[] bytes) {
            outside.answer(bytes);
        }

        @Override
        public void answerProcessId(byte[] bytes) {
            if (!outside.losesProcessId()) {
                outside.answer(bytes);
            }
        }

        @Override
        public Tray tray() {
            return tray;
        }

        @Override
        public StatusBytes status() {
            return conditions.status();
        }

        @Override
        public void automaticStatus(int mask) {
            automaticStatus = mask;
            sensorsChanged();
        }
    }
}
