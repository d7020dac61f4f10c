package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.VirtualSlot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts cards into the virtual reader of vsmartcard-vpcd, and so before a real pcscd. Inserting a card is connecting to
 * the reader, removing it is hanging up. A reader that is not there is a {@link Status}, never a failure: a card waits
 * for it.
 */
public final class SocialCardEmulator implements AutoCloseable {
    /** Slot 0 of vpcd, "Virtual PCD 00 00". */
    public static final int VPCD_PORT = 35963;
    /** Slot 1 of vpcd, "Virtual PCD 00 01": for a contactless card or a security module. */
    public static final int SECOND_VPCD_PORT = 35964;

    /** Whether there is a card and a reader for it. */
    public enum Status {
        NO_CARD,
        /** A card is held out, and nothing listens where the virtual reader should. */
        NO_READER,
        IN_READER
    }

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final InetSocketAddress reader;
    private final Thread thread;
    private SmartCard card;
    private int commandsLeft;
    private VirtualSlot slot;
    private boolean stalled;
    private boolean closed;

    public SocialCardEmulator() {
        this(VPCD_PORT);
    }

    /** A card hand for the virtual reader on this port of loopback. */
    public SocialCardEmulator(int port) {
        reader = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        thread = new Thread(this::run, "emulator-card-slot-" + port);
        thread.setDaemon(true);
    }

    public SocialCardEmulator start() {
        thread.start();
        return this;
    }

    /** Puts a card in; one that is in the reader is pulled first. */
    public void insert(SmartCard next) {
        insertAndPullAfter(next, -1);
    }

    /** Puts a card in and pulls it, without an answer, when {@code commands} have been answered. */
    public synchronized void insertAndPullAfter(SmartCard next, int commands) {
        remove();
        card = next;
        commandsLeft = commands;
        notifyAll();
    }

    public synchronized void remove() {
        card = null;
        if (slot != null) {
            slot.close();
            slot = null;
        }
        notifyAll();
    }

    /** While stalled the card takes commands and answers none; it answers the last one afterwards. */
    public synchronized void stall(boolean on) {
        stalled = on;
        notifyAll();
    }

    public synchronized boolean isStalled() {
        return stalled;
    }

    public synchronized Status status() {
        if (card == null) {
            return Status.NO_CARD;
        }
        return slot == null ? Status.NO_READER : Status.IN_READER;
    }

    /** Whether a virtual reader listens now; asked without connecting, which would insert a card. */
    public boolean readerIsThere() {
        return VirtualSlot.listensOn(reader.getPort());
    }

    /** Waits until the status is as wanted; false when it was not in time. */
    public synchronized boolean awaitStatus(Status wanted, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (status() != wanted) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            remove();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            SmartCard next = awaitCard();
            while (next != null) {
                holdIn(next);
                next = awaitCard();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized SmartCard awaitCard() throws InterruptedException {
        while (card == null && !closed) {
            wait();
        }
        return closed ? null : card;
    }

    private void holdIn(SmartCard inserted) {
        VirtualSlot opened = VirtualSlot.open(reader).orElse(null);
        if (opened == null) {
            pause();
            return;
        }
        if (took(inserted, opened)) {
            boolean pulled = opened.serve(inserted::answerToReset, inserted::reset, this::answerOrPull);
            left(inserted, opened, pulled);
            // When the reader went away under the card, for example because pcscd stopped: no tight loop.
            pause();
        }
    }

    private synchronized boolean took(SmartCard inserted, VirtualSlot opened) {
        if (card != inserted) {
            opened.close();
            return false;
        }
        slot = opened;
        inserted.reset();
        notifyAll();
        return true;
    }

    /** The answer, or null when the card is pulled instead of answering. */
    private synchronized byte[] answerOrPull(byte[] command) {
        SmartCard asked = card;
        while (stalled && card == asked && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        if (card == null || card != asked || commandsLeft == 0) {
            return null;
        }
        commandsLeft -= commandsLeft > 0 ? 1 : 0;
        byte[] answer = card.answer(command);
        return answer.length == 0 ? null : answer;
    }

    private synchronized void left(SmartCard inserted, VirtualSlot gone, boolean pulled) {
        if (slot == gone) {
            slot = null;
        }
        if (pulled && card == inserted) {
            card = null;
        }
        notifyAll();
    }

    private static void pause() {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
}
