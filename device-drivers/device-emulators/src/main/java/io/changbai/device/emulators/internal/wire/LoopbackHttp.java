package io.changbai.device.emulators.internal.wire;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A device's HTTP server on loopback whose cable can be pulled and put back on the same port. */
public final class LoopbackHttp implements AutoCloseable {
    private final String name;
    private final HttpHandler handler;
    private final Optional<SSLContext> tls;
    private int port;
    private HttpServer server;
    private ExecutorService workers;

    /** A server that will listen on {@code port}, or on any free one when that is 0. */
    public LoopbackHttp(String name, int port, HttpHandler handler) {
        this(name, port, handler, Optional.empty());
    }

    /** @param tls with the server's certificate, for a server that speaks HTTPS only */
    public LoopbackHttp(String name, int port, HttpHandler handler, Optional<SSLContext> tls) {
        this.name = name;
        this.port = port;
        this.handler = handler;
        this.tls = tls;
    }

    public synchronized void plug() {
        if (server != null) {
            return;
        }
        try {
            server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("The " + name + " emulator cannot listen on port " + port, e);
        }
        port = server.getAddress().getPort();
        workers = Executors.newCachedThreadPool(this::thread);
        server.setExecutor(workers);
        server.createContext("/", handler);
        server.start();
    }

    private HttpServer listen(InetSocketAddress address) throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        HttpsServer https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
        return https;
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
