package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Flow;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** The printer's receive buffer: kept while the printer is offline, emptied only by a clear or by switching off. */
public final class ReceiveBuffer {
    private int capacity;
    private Flow flow;
    private boolean stopped;
    /** Bytes free at which the host is stopped and let go on. */
    private static final int STOP = 256;

    private static final int GO_ON = 528;
    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;
    private final Queue<Byte> bytes = new ArrayDeque<>();
    private boolean cleared;
    private boolean off;

    private final Consumer<byte[]> toHost;

    /** @param toHost takes XON and XOFF */
    ReceiveBuffer(Consumer<byte[]> toHost) {
        this.toHost = toHost;
    }

    synchronized void model(ReceiptPrinterModel model) {
        capacity = model.bufferBytes();
        flow = model.flow();
    }

    /** Adds one byte; a full buffer stops the host by back-pressure, or asks it to stop and loses what comes anyway. */
    public synchronized void put(int next) throws InterruptedException {
        while (flow == Flow.STOPS_READING && bytes.size() >= capacity && !off) {
            wait();
        }
        if (bytes.size() < capacity) {
            bytes.add((byte) next);
        }
        if (flow == Flow.XON_XOFF && !stopped && bytes.size() > capacity - STOP) {
            stopped = true;
            toHost.accept(new byte[] {XOFF});
        }
        notifyAll();
    }

    private void letGoOn() {
        if (stopped && bytes.size() < capacity - GO_ON) {
            stopped = false;
            toHost.accept(new byte[] {XON});
        }
    }

    /** The next byte, as soon as there is one. */
    synchronized int take() throws BufferCleared, InterruptedException {
        while (bytes.isEmpty() && !cleared && !off) {
            wait();
        }
        if (cleared || off) {
            throw new BufferCleared();
        }
        notifyAll();
        int next = bytes.remove() & 0xFF;
        letGoOn();
        return next;
    }

    public synchronized void clear() {
        bytes.clear();
        letGoOn();
        cleared = true;
        notifyAll();
    }

    public synchronized void switchOff() {
        bytes.clear();
        off = true;
        notifyAll();
    }

    /** Whether what is being printed must be dropped. */
    synchronized boolean abandoned() {
        return cleared || off;
    }

    /** The printing side has dropped what it held; the next byte starts afresh. */
    synchronized boolean startAfresh() {
        cleared = false;
        return !off;
    }

    public synchronized int size() {
        return bytes.size();
    }
}
