package io.changbai.device.emulators.internal.wire;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A device's HTTP server on loopback whose cable can be pulled and put back on the same port. */
public final class LoopbackHttp implements AutoCloseable {
    private final String name;
    private final HttpHandler handler;
    private int port;
    private HttpServer server;
    private ExecutorService workers;

    /** A server that will listen on {@code port}, or on any free one when that is 0. */
    public LoopbackHttp(String name, int port, HttpHandler handler) {
        this.name = name;
        this.port = port;
        this.handler = handler;
    }

    public synchronized void plug() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The " + name + " emulator cannot listen on port " + port, e);
        }
        port = server.getAddress().getPort();
        workers = Executors.newCachedThreadPool(this::thread);
        server.setExecutor(workers);
        server.createContext("/", handler);
        server.start();
    }

    public synchronized void unplug() {
        if (server != null) {
            workers.shutdownNow();
            server.stop(0);
            server = null;
        }
    }

    public synchronized boolean plugged() {
        return server != null;
    }

    public synchronized int port() {
        return port;
    }

    @Override
    public void close() {
        unplug();
    }

    private final AtomicInteger threads = new AtomicInteger();

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emulator-" + name + "-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
