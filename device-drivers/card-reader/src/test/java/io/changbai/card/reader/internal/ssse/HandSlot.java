package io.changbai.card.reader.internal.ssse;

import io.changbai.device.emulators.SmartCard;
import io.changbai.device.link.CardSlot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A slot without PC/SC: cards are put in by hand, the reader's cable and the daemon are pulled by hand. */
final class HandSlot implements CardSlot {

    static final SocialReaderSettings SETTINGS = new SocialReaderSettings(
            Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(8), 0);

    private SmartCard card;
    private State away;
    private volatile CountDownLatch release;
    private int pullAfter = -1;
    private int silentPowerUps;
    private volatile int answersBefore;

    synchronized void insert(SmartCard next) {
        card = next;
        notifyAll();
    }

    synchronized void remove() {
        card = null;
        notifyAll();
    }

    /** The card is pulled instead of answering command {@code commands} + 1. */
    synchronized void insertAndPullAfter(SmartCard next, int commands) {
        pullAfter = commands;
        insert(next);
    }

    /** The next {@code times} the card is powered up it says nothing, as while it slides in. */
    synchronized void failPowerUps(int times) {
        silentPowerUps = times;
    }

    /** {@code NO_READER} or {@code NO_SERVICE}; null brings it back. */
    synchronized void away(State state) {
        away = state;
        notifyAll();
    }

    @Override
    public synchronized State state() {
        if (away != null) {
            return away;
        }
        return card == null ? State.EMPTY : State.CARD_PRESENT;
    }

    @Override
    public synchronized State await(Duration patience) {
        State before = state();
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (state() == before && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return state();
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return state();
    }

    @Override
    public synchronized CardSession connect() throws IOException {
        if (state() != State.CARD_PRESENT) {
            throw new CardRemovedException("no card", null);
        }
        if (silentPowerUps > 0 || card.answerToReset()[0] != 0x3B) {
            silentPowerUps--;
            throw new IOException("the card is mute");
        }
        card.reset();
        return new Session();
    }

    /** Until the latch is open the card, once it has a command, comes back to nobody; a pulled cable does not help. */
    synchronized void hang(CountDownLatch latch) {
        release = latch;
        answersBefore = 0;
    }

    /** The same once {@code commands} have been answered as they were sent, without what T=0 asks in between. */
    synchronized void hangAt(CountDownLatch latch, int commands) {
        release = latch;
        answersBefore = commands;
    }

    private static void awaitRelease(CountDownLatch latch) {
        boolean released = latch == null;
        while (!released) { // a native call knows no interrupt
            try {
                released = latch.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                released = false;
            }
        }
    }

    private final class Session implements CardSession {

        private final byte[] atr = card.answerToReset();

        @Override
        public byte[] atr() {
            return atr.clone();
        }

        @Override
        public byte[] transmit(byte[] apdu) throws IOException {
            awaitRelease(answersBefore-- > 0 ? null : release);
            synchronized (HandSlot.this) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                byte[] command = overT0(apdu);
                while (true) {
                    byte[] answer = once(command);
                    int sw1 = answer[answer.length - 2] & 0xFF;
                    if (sw1 == 0x6C) {
                        command[command.length - 1] = answer[answer.length - 1];
                    } else if (sw1 == 0x61) {
                        whole.write(answer, 0, answer.length - 2);
                        command = new byte[] {0, (byte) 0xC0, 0, 0, answer[answer.length - 1]};
                    } else {
                        whole.writeBytes(answer);
                        return whole.toByteArray();
                    }
                }
            }
        }

        /** T=0 has no Le behind data. */
        private byte[] overT0(byte[] apdu) {
            boolean hasBoth = apdu.length > 5 && apdu.length == 6 + (apdu[4] & 0xFF);
            return hasBoth ? Arrays.copyOf(apdu, apdu.length - 1) : apdu.clone();
        }

        private byte[] once(byte[] command) throws IOException {
            if (pullAfter == 0) {
                card = null;
            }
            pullAfter--;
            if (state() != State.CARD_PRESENT) {
                throw new CardRemovedException("pulled", null);
            }
            byte[] answer = card.answer(command);
            if (answer.length == 0) {
                card = null;
                HandSlot.this.notifyAll();
                throw new CardRemovedException("pulled instead of an answer", null);
            }
            return answer;
        }

        @Override
        public void close() {
            // nothing to power down
        }
    }

    @Override
    public void close() {
        remove();
    }
}
