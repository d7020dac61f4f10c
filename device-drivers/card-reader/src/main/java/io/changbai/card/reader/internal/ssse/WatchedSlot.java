package io.changbai.card.reader.internal.ssse;

import io.changbai.device.link.CardSlot;
import java.io.IOException;
import java.time.Duration;

/** A slot whose every call is watched. */
final class WatchedSlot implements CardSlot {

    private final CardSlot slot;
    private final Watchdog watchdog;

    WatchedSlot(CardSlot slot, Watchdog watchdog) {
        this.slot = slot;
        this.watchdog = watchdog;
    }

    @Override
    public State state() {
        try (Watchdog.Call call = watchdog.watch()) {
            return slot.state();
        }
    }

    /** Waits in this thread's own time; looks are short, so each of them is watched. */
    @Override
    public State await(Duration patience) {
        try (Watchdog.Call call = watchdog.watch()) {
            return slot.await(patience);
        }
    }

    @Override
    public String readerName() {
        try (Watchdog.Call call = watchdog.watch()) {
            return slot.readerName();
        }
    }

    @Override
    public CardSession connect() throws IOException {
        try (Watchdog.Call call = watchdog.watch()) {
            return new Session(slot.connect());
        }
    }

    @Override
    public void close() {
        slot.close();
    }

    private final class Session implements CardSession {

        private final CardSession session;

        Session(CardSession session) {
            this.session = session;
        }

        @Override
        public byte[] atr() {
            return session.atr();
        }

        @Override
        public byte[] transmit(byte[] apdu) throws IOException {
            try (Watchdog.Call call = watchdog.watch()) {
                return session.transmit(apdu);
            }
        }

        @Override
        public void close() {
            try (Watchdog.Call call = watchdog.watch()) {
                session.close();
            }
        }
    }
}
