package io.changbai.acceptance.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/** Reads a card with nothing but a socket: three commands written, the bytes of three answers counted. */
final class BareReading implements AutoCloseable {

    private static final byte[] FIND = HexFormat.of().parseHex("AAAAAA96690003200122");
    private static final byte[] SELECT = HexFormat.of().parseHex("AAAAAA96690003200221");
    private static final byte[] READ = HexFormat.of().parseHex("AAAAAA96690003300132");

    private final Socket socket;

    BareReading(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(5_000);
    }

    void read() throws IOException {
        exchange(FIND, 15);
        exchange(SELECT, 19);
        exchange(READ, 1295);
    }

    private void exchange(byte[] command, int answer) throws IOException {
        socket.getOutputStream().write(command);
        if (socket.getInputStream().readNBytes(answer).length < answer) {
            throw new IOException("the emulated reader hung up");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
