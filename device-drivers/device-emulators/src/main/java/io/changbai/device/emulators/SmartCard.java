package io.changbai.device.emulators;

/** A chip card as its contacts show it. Not thread-safe: one reader holds it at a time. */
public interface SmartCard {

    /** The answer to reset. A card whose answer makes no sense is mute for the reader. */
    byte[] answerToReset();

    /** The answer to one command, status word last; empty when the card is pulled out instead of answering. */
    byte[] answer(byte[] command);

    /** Power or reset line went: everything selected is forgotten. */
    void reset();
}
