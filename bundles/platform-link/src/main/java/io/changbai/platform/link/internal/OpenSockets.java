package io.changbai.platform.link.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Remembers the sockets it makes, so that a session can be ended under a library that is stuck in connecting, in the TLS
 * handshake, or in waiting for a CONNACK that never comes (paho.mqtt.java issue 1028).
 */
final class OpenSockets extends SSLSocketFactory {

    private final SSLSocketFactory factory;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    OpenSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    void closeAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // Closed is closed.
            }
        }
        open.clear();
    }

    private Socket remember(Socket socket) {
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return remember(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
        return remember(factory.createSocket(under, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remember(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return remember(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remember(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return remember(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
