package io.changbai.device.link.internal;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.changbai.device.link.ByteChannel;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A serial port, 8N1. After the cable is pulled every call says so; {@code isOpen} would not. */
final class SerialChannel implements ByteChannel {

    static {
        // A bundle refresh loads the native library again; under its own name the loader refuses from the third time
        // on.
        setIfUnset("jSerialComm.library.randomizeNativeName", "true");
        // Its own folder below java.io.tmpdir, which the launcher keeps private to the terminal.
        setIfUnset("fazecast.jSerialComm.appid", "changbai");
    }

    /** The kernel's VTIME counts in tenths of a second; shorter waits are looked at in steps. */
    private static final int KERNEL_WAIT_MILLIS = 100;

    private static final int STEP_MILLIS = 2;

    /** Bytes that may wait in the kernel: a tenth of a second at 115200 Bd, and a quarter of the smallest queue. */
    private static final int QUEUE = 1024;

    private final SerialPort port;

    private SerialChannel(SerialPort port) {
        this.port = port;
    }

    private static void setIfUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static SerialChannel open(ChannelUri.Serial to) throws IOException {
        try {
            SerialPort port = SerialPort.getCommPort(to.path());
            port.setComPortParameters(to.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(control(to.flow()));
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, KERNEL_WAIT_MILLIS, 0);
            if (!port.openPort(0)) {
                throw new IOException(to.path() + " does not open, error " + port.getLastErrorCode());
            }
            return new SerialChannel(port);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(to.path() + " is not there", e);
        }
    }

    private static int control(ChannelUri.Flow flow) {
        return switch (flow) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTSCTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case XONXOFF -> SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public int read(byte[] into, int offset, int length, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            if (available() > 0) {
                return orGone(port.readBytes(into, length, offset));
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return 0;
            }
            int count = left >= KERNEL_WAIT_MILLIS ? orGone(port.readBytes(into, 1, offset)) : pause(left);
            if (count > 0) {
                return count + readRest(into, offset + count, length - count);
            }
        }
    }

    private int readRest(byte[] into, int offset, int length) throws IOException {
        int more = Math.min(available(), length);
        return more > 0 ? orGone(port.readBytes(into, more, offset)) : 0;
    }

    private int pause(long left) throws IOException {
        try {
            Thread.sleep(Math.min(left, STEP_MILLIS));
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for bytes", e);
        }
    }

    private int available() throws IOException {
        return orGone(port.bytesAvailable());
    }

    private int orGone(int count) throws IOException {
        if (count < 0) {
            throw new EOFException(port.getSystemPortPath() + " is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws IOException {
        if (offer(bytes, 0, bytes.length, patience) < bytes.length) {
            throw new IOException(port.getSystemPortPath() + " took no more bytes within " + patience);
        }
    }

    /**
     * A write to a port whose far end stopped us waits for ever once the kernel's queue (4 kB at least) is full, and
     * nothing but pulling the cable ends that. So never more is written than fits into it.
     */
    @Override
    public int offer(byte[] bytes, int offset, int length, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        int written = 0;
        while (true) {
            int room = Math.min(length - written, QUEUE - orGone(port.bytesAwaitingWrite()));
            if (room > 0) {
                written += orGone(port.writeBytes(bytes, room, offset + written));
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (written == length || left <= 0) {
                return written;
            }
            pause(left);
        }
    }

    @Override
    public void purge() throws IOException {
        byte[] waste = new byte[1024];
        for (int waiting = available(); waiting > 0; waiting = available()) {
            orGone(port.readBytes(waste, Math.min(waiting, waste.length)));
            Arrays.fill(waste, (byte) 0); // may have been somebody's card
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
