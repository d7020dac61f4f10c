package io.changbai.card.reader.internal.ssse;

import io.changbai.device.link.CardSlot;
import java.io.IOException;
import java.time.Duration;

/**
 * The contact and the contactless slot of a terminal as one: the card in either of them, the contact slot first. There is a
 * reader as long as one of them is there.
 */
final class TwoSlots implements CardSlot {

    private static final Duration SLICE = Duration.ofMillis(50);

    private final CardSlot contact;
    private final CardSlot contactless;

    TwoSlots(CardSlot contact, CardSlot contactless) {
        this.contact = contact;
        this.contactless = contactless;
    }

    @Override
    public State state() {
        State first = contact.state();
        if (first == State.CARD_PRESENT) {
            return first;
        }
        State second = contactless.state();
        return second == State.CARD_PRESENT || second == State.EMPTY ? second : first;
    }

    /** Neither slot may be kept waiting for the other: short waits in turn. */
    @Override
    public State await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        State before = state();
        State now = before;
        while (now == before
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            contact.await(SLICE);
            now = state();
        }
        return now;
    }

    @Override
    public String readerName() {
        return contact.readerName().isEmpty() ? contactless.readerName() : contact.readerName();
    }

    @Override
    public CardSession connect() throws IOException {
        return contact.state() == State.CARD_PRESENT ? contact.connect() : contactless.connect();
    }

    @Override
    public void close() {
        contact.close();
        contactless.close();
    }
}
