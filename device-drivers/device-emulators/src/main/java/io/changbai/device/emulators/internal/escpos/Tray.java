package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.model.ReceiptPrinterModel.Outlet;

/** What happens to the ticket behind the blade: held, presented, taken, drawn back. */
public final class Tray {
    private final Conditions conditions;
    private volatile Outlet outlet;
    private boolean stuck;
    private int retracted;

    Tray(Conditions conditions, Outlet outlet) {
        this.conditions = conditions;
        this.outlet = outlet;
    }

    void outlet(Outlet next) {
        outlet = next;
    }

    /** Whether it tells about its ticket by DLE EOT 20. */
    boolean tells() {
        return outlet == Outlet.CUSTOM;
    }

    /** GS e n: 2 draws back, 3 presents by so many steps, 5 throws out; one more byte follows a 3. */
    void custom(int n, Interpreter.Source source) throws BufferCleared, InterruptedException {
        if (n == 3) {
            source.next();
        }
        if (outlet == Outlet.CUSTOM && n == 2) {
            retract();
        } else if (outlet == Outlet.CUSTOM && n == 5) {
            conditions.ticketInOutlet(false);
        }
    }

    /** EM n: 0 throws out, 100 draws back. */
    void ttp(int n) {
        if (outlet == Outlet.TTP && n == 100) {
            retract();
        } else if (outlet == Outlet.TTP) {
            conditions.ticketInOutlet(false);
        }
    }

    private synchronized void retract() {
        if (!stuck && conditions.status().ticketInOutlet()) {
            retracted++;
            conditions.ticketInOutlet(false);
        }
    }

    /** The rollers turn and nothing moves. */
    public synchronized void stuck(boolean on) {
        stuck = on;
    }

    public synchronized boolean isStuck() {
        return stuck;
    }

    /** Tickets in the bin. */
    public synchronized int retracted() {
        return retracted;
    }
}
