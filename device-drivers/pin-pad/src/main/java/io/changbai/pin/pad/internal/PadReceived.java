package io.changbai.pin.pad.internal;

/** What the next bytes from the pad amount to. */
sealed interface PadReceived {

    PadReceived TAKEN = new Taken();
    PadReceived REFUSED = new Refused();
    PadReceived DAMAGED = new Damaged();

    /** The pad took our frame. */
    record Taken() implements PadReceived {}

    /** The pad received our frame damaged. */
    record Refused() implements PadReceived {}

    /** A frame began and is none. */
    record Damaged() implements PadReceived {}

    /** A whole frame. */
    record Frame(String body) implements PadReceived {}
}
