package io.changbai.device.link.internal;

import io.changbai.device.link.ByteChannel;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP connection to a device or to a serial-to-Ethernet box. Non-blocking underneath, because a blocking socket has no
 * time limit for writes.
 */
final class TcpChannel implements ByteChannel {

    private static final Logger LOG = LoggerFactory.getLogger(TcpChannel.class);

    /** Seconds of silence, seconds between probes, probes: a box that lost its power is noticed within 25 s. */
    private static final Object[][] KEEPALIVE = {{"TCP_KEEPIDLE", 10}, {"TCP_KEEPINTERVAL", 5}, {"TCP_KEEPCOUNT", 3}};

    /** What the kernel holds cannot be taken back: a page of a visit that ended must not lie there. */
    private static final int SEND_BUFFER = 16 * 1024;

    private final SocketChannel socket;
    private final Selector selector;
    private final SelectionKey key;

    private TcpChannel(SocketChannel socket, Selector selector, SelectionKey key) {
        this.socket = socket;
        this.selector = selector;
        this.key = key;
    }

    static TcpChannel connect(ChannelUri.Tcp to, Duration patience) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            socket.socket().connect(new InetSocketAddress(to.host(), to.port()), Math.toIntExact(patience.toMillis()));
            configure(socket);
            Selector selector = Selector.open();
            return new TcpChannel(socket, selector, socket.register(selector, 0));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e instanceof IOException io ? io : new IOException("cannot connect to " + to.host(), e);
        }
    }

    private static void configure(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        socket.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        for (Object[] option : KEEPALIVE) {
            setByName(socket, (String) option[0], (Integer) option[1]);
        }
    }

    /** By name, so that the bundle needs no import of {@code jdk.net}, which trimmed runtimes leave out. */
    @SuppressWarnings("unchecked")
    private static void setByName(SocketChannel socket, String name, Integer value) throws IOException {
        for (SocketOption<?> option : socket.supportedOptions()) {
            if (option.name().equals(name)) {
                socket.setOption((SocketOption<Integer>) option, value);
            }
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, Duration patience) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        int count = readOrGone(buffer);
        if (count == 0 && patience.toMillis() > 0) {
            waitFor(SelectionKey.OP_READ, patience.toMillis());
            count = readOrGone(buffer);
        }
        return count;
    }

    private int readOrGone(ByteBuffer buffer) throws IOException {
        int count = socket.read(buffer);
        if (count < 0) {
            throw new EOFException("the far end closed the connection");
        }
        return count;
    }

    private void waitFor(int operation, long millis) throws IOException {
        key.interestOps(operation);
        selector.select(millis);
        selector.selectedKeys().clear();
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws IOException {
        if (offer(bytes, 0, bytes.length, patience) < bytes.length) {
            throw new IOException("the far end took no more bytes within " + patience);
        }
    }

    @Override
    public int offer(byte[] bytes, int offset, int length, Duration patience) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            socket.write(buffer);
            long left = (end - System.nanoTime()) / 1_000_000;
            if (!buffer.hasRemaining() || left <= 0) {
                return length - buffer.remaining();
            }
            waitFor(SelectionKey.OP_WRITE, left);
        }
    }

    @Override
    public void purge() throws IOException {
        byte[] waste = new byte[4096];
        while (readOrGone(ByteBuffer.wrap(waste)) > 0) {
            Arrays.fill(waste, (byte) 0); // may have been somebody's card
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection", e);
        }
    }
}
