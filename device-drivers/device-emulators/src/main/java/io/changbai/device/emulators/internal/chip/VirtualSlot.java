package io.changbai.device.emulators.internal.chip;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A connection to a virtual reader: two bytes of length and a payload, both ways. One byte from the reader is control:
 * 00 power off, 01 power on, 02 reset (none answered), 04 asks for the answer to reset; anything longer is a command.
 */
public final class VirtualSlot implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int GET_ATR = 0x04;

    private final Socket socket;

    private VirtualSlot(Socket socket) {
        this.socket = socket;
    }

    /** Connects, or returns nothing when no reader is there. */
    public static Optional<VirtualSlot> open(InetSocketAddress reader) {
        Socket socket = new Socket();
        try {
            socket.connect(reader, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return Optional.of(new VirtualSlot(socket));
        } catch (IOException e) {
            closeQuietly(socket);
            return Optional.empty();
        }
    }

    /**
     * Serves the reader until somebody hangs up. {@code answers} returning null pulls the card in the middle of a
     * command; then the result is true.
     */
    public boolean serve(Supplier<byte[]> answerToReset, Runnable reset, UnaryOperator<byte[]> answers) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] payload = in.readNBytes(in.readUnsignedShort());
                if (payload.length > 1) {
                    byte[] answer = answers.apply(payload);
                    if (answer == null) {
                        return true;
                    }
                    send(answer);
                } else if (payload.length == 1 && payload[0] == GET_ATR) {
                    send(answerToReset.get());
                } else {
                    reset.run();
                }
            }
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Whether something listens on a port of this machine, as the kernel tells it. */
    public static boolean listensOn(int port) {
        String listening = String.format(Locale.ROOT, ":%04X ", port);
        return List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                .map(Path::of)
                .flatMap(VirtualSlot::lines)
                .map(line -> line.strip().split("\\s+", 5))
                .anyMatch(field -> field.length > 3 && (field[1] + " ").endsWith(listening) && field[3].equals("0A"));
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    /** In one write: vpcd reads length and payload separately and takes a pause between them for the end. */
    private void send(byte[] payload) throws IOException {
        byte[] frame = new byte[payload.length + 2];
        frame[0] = (byte) (payload.length >> 8);
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        socket.getOutputStream().write(frame);
        socket.getOutputStream().flush();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone is gone.
        }
    }
}
