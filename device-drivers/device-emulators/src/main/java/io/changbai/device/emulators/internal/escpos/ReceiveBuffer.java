package io.changbai.device.emulators.internal.escpos;

import java.util.ArrayDeque;
import java.util.Queue;

/** The printer's receive buffer: kept while the printer is offline, emptied only by a clear or by switching off. */
public final class ReceiveBuffer {
    private final int capacity;
    private final Queue<Byte> bytes = new ArrayDeque<>();
    private boolean cleared;
    private boolean off;

    ReceiveBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Adds one byte; waits while the buffer is full, which stops the host by back-pressure. */
    public synchronized void put(int next) throws InterruptedException {
        while (bytes.size() >= capacity && !off) {
            wait();
        }
        bytes.add((byte) next);
        notifyAll();
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
        return bytes.remove() & 0xFF;
    }

    public synchronized void clear() {
        bytes.clear();
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
