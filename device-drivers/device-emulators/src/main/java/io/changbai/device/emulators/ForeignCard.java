package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.Answer;
import java.util.HexFormat;

/** A chip card of some other trade: it powers up and knows no application of ours (6A82). */
public final class ForeignCard implements SmartCard {

    @Override
    public byte[] answerToReset() {
        return HexFormat.of().parseHex("3B6800000073C84013009000");
    }

    @Override
    public byte[] answer(byte[] command) {
        return Answer.status(command.length > 1 && command[1] == (byte) 0xA4 ? Answer.NOT_FOUND : Answer.UNKNOWN_CLASS);
    }

    @Override
    public void reset() {
        // It remembers nothing.
    }
}
