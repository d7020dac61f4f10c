package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.modbus.Troubles;

/** What can be wrong with a Modbus board or its wire. Those with a count end by themselves. */
public final class ModbusFaults implements Troubles {
    private boolean mute;
    private int wrongChecksums;
    private int truncated;
    private int garbage;
    private int foreign;
    private int refusals;
    private int refusalCode;

    public synchronized void mute(boolean on) {
        mute = on;
    }

    @Override
    public synchronized boolean isMute() {
        return mute;
    }

    /** The next answers end with a wrong CRC. */
    public synchronized void wrongChecksum(int count) {
        wrongChecksums = count;
    }

    /** The next answers stop in their middle. */
    public synchronized void truncate(int count) {
        truncated = count;
    }

    /** The next answers are noise. */
    public synchronized void garbage(int count) {
        garbage = count;
    }

    /** The next answers come from another unit on the same line. */
    public synchronized void foreign(int count) {
        foreign = count;
    }

    /** The next answers are exceptions with {@code code}, for example 2 (no such address) or 6 (busy). */
    public synchronized void refuse(int code, int count) {
        refusalCode = code;
        refusals = count;
    }

    public synchronized void clear() {
        mute = false;
        wrongChecksums = 0;
        truncated = 0;
        garbage = 0;
        foreign = 0;
        refusals = 0;
    }

    @Override
    public synchronized int takeRefusal() {
        if (refusals == 0) {
            return 0;
        }
        refusals--;
        return refusalCode;
    }

    @Override
    public synchronized byte[] spoil(byte[] answer) {
        byte[] spoiled = answer.clone();
        if (wrongChecksums > 0) {
            wrongChecksums--;
            spoiled[spoiled.length - 1] ^= 0x55;
        }
        if (foreign > 0) {
            foreign--;
            return new byte[] {0x07, 0x05, 0x00, 0x00, 0x00, 0x00, (byte) 0xCD, (byte) 0xAC}; // unit 7, CRC right
        }
        if (garbage > 0) {
            garbage--;
            return new byte[] {(byte) 0xFF, 0x00, 0x13, 0x37, (byte) 0xC0};
        }
        if (truncated > 0) {
            truncated--;
            return java.util.Arrays.copyOf(spoiled, spoiled.length / 2);
        }
        return spoiled;
    }
}
