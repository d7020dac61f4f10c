package io.changbai.fleet.broker;

import io.changbai.fleet.authority.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Waits until our own certificate answers on the port: not only open, and not somebody else's server. */
final class Readiness {

    private static final int CONNECT_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 20;

    private Readiness() {}

    /** @return false when the broker ended first or did not answer in time */
    static boolean await(BrokerSettings settings, Duration limit, BooleanSupplier alive) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            if (answers(settings)) {
                return alive.getAsBoolean();
            }
            pause();
        }
        return false;
    }

    private static boolean answers(BrokerSettings settings) throws IOException {
        Credentials server = settings.server();
        X509Certificate own = server.certificate();
        String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, settings.port()), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            try (SSLSocket socket =
                    (SSLSocket) trusting(server).getSocketFactory().createSocket(plain, host, 0, true)) {
                socket.startHandshake();
                return own.equals(socket.getSession().getPeerCertificates()[0]);
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static SSLContext trusting(Credentials server) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, server.trustManagers().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
