package io.changbai.device.emulators.internal.modbus;

/** What is wrong with a board or its wire, asked before each answer. */
public interface Troubles {

    boolean isMute();

    /** The code to refuse this answer with, or 0. */
    int takeRefusal();

    /** What really leaves the board in place of {@code answer}. */
    byte[] spoil(byte[] answer);
}
