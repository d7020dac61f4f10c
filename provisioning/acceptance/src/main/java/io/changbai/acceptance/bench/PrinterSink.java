package io.changbai.acceptance.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/**
 * A receipt printer that prints nothing and is always done: answers every question as a healthy one, confirms every
 * process id at once, counts the bytes and notes when the last one came.
 */
final class PrinterSink implements AutoCloseable {

    private static final byte[] PROCESS_ID = {0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30};
    private static final int HEALTHY = 0x12;

    private final ServerSocket server;
    private final byte[] last = new byte[PROCESS_ID.length + 4];
    private int bytes;
    private long lastByte;

    PrinterSink() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "bench-printer-sink");
        thread.setDaemon(true);
        thread.start();
    }

    String channel() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** Forgets what came before the next receipt. */
    synchronized void forget() {
        bytes = 0;
    }

    /** Bytes that were no status questions. */
    synchronized int bytes() {
        return bytes;
    }

    /** When the last of them came, on {@link System#nanoTime}. */
    synchronized long lastByte() {
        return lastByte;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket host = server.accept()) {
                host.setTcpNoDelay(true);
                converse(host);
            } catch (IOException e) {
                // the driver hung up, as it does at the end
            }
        }
    }

    private void converse(Socket host) throws IOException {
        byte[] buffer = new byte[8192];
        int count = host.getInputStream().read(buffer);
        while (count >= 0) {
            long now = System.nanoTime();
            for (int i = 0; i < count; i++) {
                take(buffer[i], now, host.getOutputStream());
            }
            count = host.getInputStream().read(buffer);
        }
    }

    private synchronized void take(byte next, long now, OutputStream answers) throws IOException {
        System.arraycopy(last, 1, last, 0, last.length - 1);
        last[last.length - 1] = next;
        bytes++;
        if (asksStatus()) {
            bytes -= 3;
            answers.write(HEALTHY);
            return;
        }
        lastByte = now;
        if (Arrays.equals(Arrays.copyOf(last, PROCESS_ID.length), PROCESS_ID)) {
            byte[] four = Arrays.copyOfRange(last, PROCESS_ID.length, last.length);
            answers.write(new byte[] {0x37, 0x22, four[0], four[1], four[2], four[3], 0x00});
        }
    }

    /** DLE EOT 1 to 4. */
    private boolean asksStatus() {
        int end = last.length;
        return last[end - 3] == 0x10 && last[end - 2] == 0x04 && last[end - 1] >= 1 && last[end - 1] <= 4;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
