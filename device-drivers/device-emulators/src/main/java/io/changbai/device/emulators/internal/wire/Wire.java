package io.changbai.device.emulators.internal.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One connection from a host to an emulated device. Sending is safe from any thread; whole answers never mix. */
public final class Wire implements AutoCloseable {
    /** Long enough that TCP hands each piece over alone, short enough not to be felt. */
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(1);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ReentrantLock sending = new ReentrantLock();

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** What the host sends; ends with -1 or an {@link IOException} when either side goes away. */
    public InputStream in() {
        return in;
    }

    public void send(byte[] bytes) throws IOException {
        send(bytes, Math.max(1, bytes.length));
    }

    /** Sends {@code bytes} in pieces of {@code piece} bytes, each delivered alone, as slow bridges do. */
    public void send(byte[] bytes, int piece) throws IOException {
        sending.lock();
        try {
            for (int at = 0; at < bytes.length; at += piece) {
                if (at > 0) {
                    LockSupport.parkNanos(BETWEEN_PIECES.toNanos());
                }
                out.write(bytes, at, Math.min(piece, bytes.length - at));
                out.flush();
            }
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The wire is gone either way, which is all that was asked.
        }
    }
}
