package io.changbai.device.link.internal;

import io.changbai.device.link.CardSlot;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** The first PC/SC reader whose name matches. It is looked for anew at each call, so readers may come and go. */
final class PcscSlot implements CardSlot {

    /** All readers of a JVM share one context, and a native wait locks it: wait in slices. */
    private static final long SLICE_MILLIS = 200;

    private final PcscContext context;
    private final Pattern name;

    PcscSlot(PcscContext context, Pattern name) {
        this.context = context;
        this.name = name;
    }

    @Override
    public State state() {
        try {
            Optional<CardTerminal> reader = reader();
            if (reader.isEmpty()) {
                return State.NO_READER;
            }
            return reader.get().isCardPresent() ? State.CARD_PRESENT : State.EMPTY;
        } catch (CardException e) {
            return State.NO_SERVICE;
        }
    }

    @Override
    public State await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        State before = state();
        State now = before;
        while (now == before) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !waitSlice(now, Math.min(left, SLICE_MILLIS))) {
                return now;
            }
            now = state();
        }
        return now;
    }

    /** @return false when the thread was interrupted */
    private boolean waitSlice(State now, long millis) {
        try {
            if (now == State.EMPTY || now == State.CARD_PRESENT) {
                waitForCard(now == State.EMPTY, millis);
            } else {
                Thread.sleep(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void waitForCard(boolean coming, long millis) throws InterruptedException {
        try {
            Optional<CardTerminal> reader = reader();
            if (reader.isPresent()) {
                boolean changed = coming
                        ? reader.get().waitForCardPresent(millis)
                        : reader.get().waitForCardAbsent(millis);
                if (changed) {
                    return;
                }
            }
        } catch (CardException e) {
            Thread.sleep(millis); // the next state() says what happened
        }
    }

    private Optional<CardTerminal> reader() throws CardException {
        return context.readers().stream()
                .filter(reader -> name.matcher(reader.getName()).find())
                .findFirst();
    }

    @Override
    public String readerName() {
        try {
            return reader().map(CardTerminal::getName).orElse("");
        } catch (CardException e) {
            return "";
        }
    }

    @Override
    public CardSession connect() throws IOException {
        try {
            CardTerminal reader = reader().orElseThrow(() -> new IOException("no reader matches " + name));
            return PcscSession.open(reader);
        } catch (CardException e) {
            throw PcscSession.translate("the card did not power up", e);
        }
    }

    @Override
    public void close() {
        // a slot holds nothing between calls
    }
}
