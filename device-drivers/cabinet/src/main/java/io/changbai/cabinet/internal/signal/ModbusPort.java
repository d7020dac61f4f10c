package io.changbai.cabinet.internal.signal;

import io.changbai.cabinet.internal.signal.Modbus.Bits;
import io.changbai.cabinet.internal.signal.Modbus.Broken;
import io.changbai.cabinet.internal.signal.Modbus.Refused;
import io.changbai.cabinet.internal.signal.Modbus.Reply;
import io.changbai.cabinet.internal.signal.Modbus.Written;
import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Inputs and coils of a Modbus RTU board. A question that is not answered rightly is asked again; all three tries together
 * end within half a second, so that a look never holds the device's thread.
 */
final class ModbusPort implements SignalPort {

    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofMillis(150);
    /** Three and a half characters at 9600 baud end a frame; USB bridges deliver no finer than a millisecond. */
    private static final long SILENCE_NANOS = 4_000_000;

    private static final int BUSY = 6;

    private final ByteChannel channel;
    private final int unit;
    private final int inputCount;
    private final BitSet outputs;
    private BitSet written;
    private long lastNanos = System.nanoTime() - SILENCE_NANOS;

    private ModbusPort(ByteChannel channel, int unit, BitSet inputs, BitSet outputs) {
        this.channel = channel;
        this.unit = unit;
        this.inputCount = inputs.length();
        this.outputs = outputs;
    }

    /** Owns {@code channel} from here, also when it fails. */
    static ModbusPort open(ByteChannel channel, int unit, BitSet inputs, BitSet outputs) throws IOException {
        ModbusPort port = new ModbusPort(channel, unit, inputs, outputs);
        try {
            port.read();
            return port;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public BitSet read() throws IOException {
        if (inputCount == 0) {
            bits(Modbus.READ_COILS, Math.max(1, outputs.length())); // somebody must show that the board is there
            return new BitSet();
        }
        return bits(Modbus.READ_INPUTS, inputCount);
    }

    private BitSet bits(int function, int count) throws IOException {
        Reply reply = exchange(Modbus.read(unit, function, 0, count), function);
        if (reply instanceof Bits bits && bits.count() >= count) {
            return bits.levels();
        }
        throw new IOException("the board sent " + reply + " for " + count + " lines");
    }

    /** One line that changed goes alone; else all from the first to the last wired one, between which others are read first. */
    @Override
    public void write(BitSet levels) throws IOException {
        BitSet changed = changed(levels);
        if (changed.cardinality() == 1) {
            int line = changed.nextSetBit(0);
            exchange(Modbus.writeCoil(unit, line, levels.get(line)), Modbus.WRITE_COIL);
        } else if (!changed.isEmpty()) {
            writeAll(levels);
        }
        written = (BitSet) levels.clone();
    }

    private BitSet changed(BitSet levels) {
        BitSet changed = (BitSet) outputs.clone();
        if (written != null) {
            BitSet same = (BitSet) levels.clone();
            same.xor(written);
            changed.and(same);
        }
        return changed;
    }

    private void writeAll(BitSet levels) throws IOException {
        int first = outputs.nextSetBit(0);
        int count = outputs.length() - first;
        BitSet all = (BitSet) levels.clone();
        if (outputs.cardinality() < count) {
            BitSet others = bits(Modbus.READ_COILS, outputs.length());
            others.andNot(outputs);
            all.and(outputs);
            all.or(others);
        }
        exchange(Modbus.writeCoils(unit, first, count, all), Modbus.WRITE_COILS);
    }

    private Reply exchange(byte[] request, int function) throws IOException {
        Reply reply = new Broken("nothing");
        for (int i = 0; i < TRIES; i++) {
            reply = ask(request);
            boolean answered = reply instanceof Bits bits && bits.function() == function
                    || reply instanceof Written confirmed && confirms(confirmed, request);
            if (answered) {
                return reply;
            }
            if (reply instanceof Refused refused && refused.code() != BUSY) {
                break; // it will say so again
            }
        }
        throw new IOException("function " + function + " of unit " + unit + ": " + reply);
    }

    private static boolean confirms(Written confirmed, byte[] request) {
        return confirmed.function() == request[1]
                && confirmed.start() == ((request[2] & 0xFF) << 8 | request[3] & 0xFF)
                && confirmed.value() == ((request[4] & 0xFF) << 8 | request[5] & 0xFF);
    }

    private Reply ask(byte[] request) throws IOException {
        long quiet = System.nanoTime() - lastNanos;
        if (quiet < SILENCE_NANOS) {
            LockSupport.parkNanos(SILENCE_NANOS - quiet);
        }
        channel.purge();
        channel.write(request, PATIENCE);
        Reply reply = receive();
        lastNanos = System.nanoTime();
        return reply;
    }

    private Reply receive() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        byte[] received = new byte[Modbus.LONGEST];
        int count = 0;
        while (true) {
            Optional<Integer> length = Modbus.length(received, count);
            if (length.isPresent() && (count >= length.get() || length.get() > Modbus.LONGEST)) {
                return Modbus.decode(Arrays.copyOf(received, Math.min(count, length.get())), unit);
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return new Broken(count + " bytes in time");
            }
            count += channel.read(received, count, received.length - count, Duration.ofMillis(left));
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
