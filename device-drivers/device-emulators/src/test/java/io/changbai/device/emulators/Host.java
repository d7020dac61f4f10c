package io.changbai.device.emulators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.HexFormat;

/** A host at the other end of the wire: raw bytes out, raw bytes in, every wait bounded. */
final class Host implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;

    Host(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    Host send(String hex) throws IOException {
        return send(bytes(hex));
    }

    Host send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Exactly {@code count} bytes, or fewer when the device hung up. */
    byte[] receive(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    String receiveHex(int count) throws IOException {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(receive(count));
    }

    /** Everything that arrives until the line is quiet for {@code quietMillis}. */
    byte[] receiveUntilQuiet(int quietMillis) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.setSoTimeout(quietMillis);
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                all.write(next);
                next = socket.getInputStream().read();
            }
        } catch (SocketTimeoutException quiet) {
            // That is what was waited for.
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
        return all.toByteArray();
    }

    boolean hungUp() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
