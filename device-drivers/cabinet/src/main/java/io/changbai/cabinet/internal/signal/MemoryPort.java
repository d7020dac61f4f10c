package io.changbai.cabinet.internal.signal;

import java.util.BitSet;

/** A board that is not there: its inputs are what a test says, its outputs can be looked at. */
final class MemoryPort implements SignalPort {

    private final BitSet inputs = new BitSet();
    private final BitSet outputs = new BitSet();

    synchronized void input(int line, boolean level) {
        inputs.set(line, level);
    }

    synchronized boolean output(int line) {
        return outputs.get(line);
    }

    @Override
    public synchronized BitSet read() {
        return (BitSet) inputs.clone();
    }

    @Override
    public synchronized void write(BitSet levels) {
        outputs.clear();
        outputs.or(levels);
    }

    @Override
    public void close() {}
}
