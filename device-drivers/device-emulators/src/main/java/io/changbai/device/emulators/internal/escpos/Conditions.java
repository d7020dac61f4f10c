package io.changbai.device.emulators.internal.escpos;

import java.util.function.BooleanSupplier;

/** What the printer's sensors say, as the status bytes tell it. Anybody may change it; whoever prints waits for it. */
public final class Conditions {

    /** The roll, as both paper sensors see it. */
    public enum Paper {
        OK,
        LOW,
        OUT
    }

    private final Runnable changed;
    private Paper paper = Paper.OK;
    private boolean coverOpen;
    private boolean cutterBlocked;
    private boolean cutterError;
    private boolean headHot;
    private boolean standby;
    private boolean broken;
    private boolean ticketInOutlet;
    private int linesLeft = -1;
    private long bytesLeft = -1;

    /** Conditions of a healthy printer; {@code changed} runs after each change that a status byte shows. */
    public Conditions(Runnable changed) {
        this.changed = changed;
    }

    public void paper(Paper next) {
        change(() -> paper = next);
    }

    public void coverOpen(boolean open) {
        change(() -> coverOpen = open);
    }

    public void headHot(boolean hot) {
        change(() -> headHot = hot);
    }

    /** Out of service without a reason that a status byte names; ends as it came. */
    public void standby(boolean on) {
        change(() -> standby = on);
    }

    /** An error that only the power switch ends. */
    public void broken(boolean on) {
        change(() -> broken = on);
    }

    /** Something blocks the blade: the next cut fails. */
    public synchronized void blockCutter() {
        cutterBlocked = true;
    }

    /** The blade stands where it should not: the error shows at once. */
    public void jamCutter() {
        change(() -> {
            cutterBlocked = true;
            cutterError = true;
        });
    }

    /** Nothing blocks the blade any more; the error stays until the host or the power switch resets it. */
    public synchronized void freeCutter() {
        cutterBlocked = false;
    }

    /** A recoverable error ends when its cause is gone and the host says so. */
    public void recover() {
        change(() -> cutterError = cutterBlocked);
    }

    public void ticketInOutlet(boolean there) {
        change(() -> ticketInOutlet = there);
    }

    public synchronized void paperOutAfterLines(int lines) {
        linesLeft = lines;
    }

    public synchronized void paperOutAfterBytes(long bytes) {
        bytesLeft = bytes;
    }

    /** Everything is well and no accident is planned. */
    public void mendAll() {
        change(() -> {
            paper = Paper.OK;
            coverOpen = false;
            cutterBlocked = false;
            cutterError = false;
            headHot = false;
            standby = false;
            broken = false;
            ticketInOutlet = false;
            linesLeft = -1;
            bytesLeft = -1;
        });
    }

    void linePrinted() {
        boolean end;
        synchronized (this) {
            end = linesLeft > 0 && --linesLeft == 0;
        }
        if (end) {
            paper(Paper.OUT);
        }
    }

    void byteTaken() {
        boolean end;
        synchronized (this) {
            end = bytesLeft > 0 && --bytesLeft == 0;
        }
        if (end) {
            paper(Paper.OUT);
        }
    }

    /** Whether the blade went through; when not, the error shows. */
    boolean cut() {
        if (cutterIsBlocked()) {
            change(() -> cutterError = true);
            return false;
        }
        return true;
    }

    private synchronized boolean cutterIsBlocked() {
        return cutterBlocked;
    }

    synchronized void awaitOnline(BooleanSupplier abandoned) throws BufferCleared, InterruptedException {
        while (offline() && !abandoned.getAsBoolean()) {
            wait();
        }
        if (abandoned.getAsBoolean()) {
            throw new BufferCleared();
        }
    }

    /** Lets a waiting printing side look again whether its job was dropped. */
    public synchronized void wake() {
        notifyAll();
    }

    public synchronized boolean offline() {
        return paper == Paper.OUT || coverOpen || cutterError || headHot || standby || broken;
    }

    public synchronized StatusBytes status() {
        return new StatusBytes(paper, coverOpen, cutterError, headHot, broken, offline(), ticketInOutlet);
    }

    private void change(Runnable how) {
        synchronized (this) {
            how.run();
            notifyAll();
        }
        changed.run();
    }
}
