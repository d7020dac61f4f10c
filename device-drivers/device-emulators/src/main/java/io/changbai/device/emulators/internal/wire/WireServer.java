package io.changbai.device.emulators.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;

/**
 * A device's socket on loopback. One host at a time: the newest connection wins, as on serial-to-Ethernet boxes.
 * {@link #unplug()} closes the connection and refuses new ones; {@link #plug()} listens on the same port again.
 */
public final class WireServer implements AutoCloseable {

    /** What the device does with one connection, until the wire ends. */
    @FunctionalInterface
    public interface Conversation {
        void hold(Wire wire) throws IOException;
    }

    /** A line holds little: a device that reads no more is felt by its host soon. */
    private static final int RECEIVE_BUFFER = 4096;

    private static final Duration TO_END = Duration.ofSeconds(2);

    private final String name;
    private final Conversation conversation;
    private int port;
    private ServerSocket server;
    private Thread accepting;
    private Wire wire;

    /** A socket that will listen on {@code port}, or on any free one when that is 0. */
    public WireServer(String name, int port, Conversation conversation) {
        this.name = name;
        this.port = port;
        this.conversation = conversation;
    }

    public synchronized void plug() {
        if (server != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.setReceiveBufferSize(RECEIVE_BUFFER);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = opened.getLocalPort();
            server = opened;
            accepting = start("accept", () -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("The " + name + " emulator cannot listen on port " + port, e);
        }
    }

    public void unplug() {
        join(stopListening());
    }

    private synchronized Thread stopListening() {
        Thread ending = accepting;
        if (server != null) {
            close(server);
            server = null;
            accepting = null;
            hangUp();
        }
        return ending;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port is free again only when the thread that accepted on it has left. */
    private static void join(Thread thread) {
        try {
            if (thread != null) {
                thread.join(TO_END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean plugged() {
        return server != null;
    }

    public synchronized int port() {
        return port;
    }

    /** The host's connection, when there is one. */
    public synchronized Optional<Wire> wire() {
        return Optional.ofNullable(wire);
    }

    @Override
    public void close() {
        unplug();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                take(opened, new Wire(opened.accept()));
            } catch (IOException e) {
                // Either the plug was pulled, which ends the loop, or one host gave up while connecting.
            }
        }
    }

    private synchronized void take(ServerSocket from, Wire next) {
        if (server != from) {
            next.close();
            return;
        }
        hangUp();
        wire = next;
        start("wire", () -> converse(next));
    }

    private void converse(Wire with) {
        try (with) {
            conversation.hold(with);
        } catch (IOException e) {
            // The host hung up or the plug was pulled: the ordinary end of a conversation.
        } finally {
            forget(with);
        }
    }

    private synchronized void forget(Wire gone) {
        if (wire == gone) {
            wire = null;
        }
    }

    private void hangUp() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    private Thread start(String what, Runnable work) {
        Thread thread = new Thread(work, "emulator-" + name + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
