package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.Answer;

/** A card put in the wrong way round, or a dead one: there is a card, and nothing sensible comes from it. */
public final class MuteCard implements SmartCard {

    @Override
    public byte[] answerToReset() {
        // The virtual reader takes an empty answer for "no card"; one byte that begins no answer to reset is a mute
        // card.
        return new byte[] {0x00};
    }

    @Override
    public byte[] answer(byte[] command) {
        return Answer.status(Answer.UNKNOWN_CLASS);
    }

    @Override
    public void reset() {
        // It remembers nothing.
    }
}
