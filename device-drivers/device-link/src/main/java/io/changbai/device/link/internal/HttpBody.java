package io.changbai.device.link.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The body of one HTTP answer, read straight from the socket: the JDK's clients keep pictures in buffers nobody can wipe.
 * Everything that has a length is bounded. A time-out loses nothing: the next call goes on where this one stopped.
 */
final class HttpBody implements StreamBytes {

    private static final int MAX_LINE = 1_024;
    private static final int MAX_HEADERS = 64;
    private static final Duration HEADER_PATIENCE = Duration.ofSeconds(2);

    private final Socket socket;
    private final InputStream in;
    private final byte[] window = new byte[16 * 1024];
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder chunkHeader = new StringBuilder();
    private int position;
    private int limit;
    private String contentType = "";
    private boolean chunked;
    private int chunkLeft;
    private boolean inChunkHeader;
    private long deadline;

    private HttpBody(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static HttpBody get(Socket socket, URI uri) throws IOException {
        try {
            HttpBody body = new HttpBody(socket);
            body.request(uri);
            return body;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void request(URI uri) throws IOException {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String request = "GET " + path + query + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                + "\r\nAccept: multipart/x-mixed-replace\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        within(HEADER_PATIENCE);
        String status = readLine();
        if (!status.matches("HTTP/1\\.[01] 200( .*)?")) {
            throw new IOException("the camera answers '" + status + "'");
        }
        readHeaders();
    }

    private void readHeaders() throws IOException {
        boolean chunks = false;
        for (int count = 0; count < MAX_HEADERS; count++) {
            String asSent = readLine();
            String header = asSent.toLowerCase(Locale.ROOT);
            if (header.isEmpty()) {
                chunked = chunks;
                inChunkHeader = chunks;
                return;
            }
            chunks |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            if (header.startsWith("content-type:")) {
                contentType = asSent.substring("content-type:".length()).trim();
            }
        }
        throw new IOException("more than " + MAX_HEADERS + " header lines");
    }

    /** Empty when the camera named none. */
    String contentType() {
        return contentType;
    }

    @Override
    public void within(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public String readLine() throws IOException {
        for (int next = read(); next != '\n'; next = read()) {
            if (line.length() == MAX_LINE) {
                throw new IOException("a header line longer than " + MAX_LINE);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        String whole = line.toString();
        line.setLength(0);
        return whole;
    }

    @Override
    public int read() throws IOException {
        awaitContent();
        chunkLeft--;
        return window[position++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        awaitContent();
        int count = Math.min(length, limit - position);
        count = chunked ? Math.min(count, chunkLeft) : count;
        System.arraycopy(window, position, into, offset, count);
        position += count;
        chunkLeft -= count;
        return count;
    }

    private void awaitContent() throws IOException {
        while (chunked && (inChunkHeader || chunkLeft <= 0)) {
            inChunkHeader = true;
            readChunkHeader();
        }
        fill();
    }

    /** {@code size[;extension]}; a blank line ends the chunk before. */
    private void readChunkHeader() throws IOException {
        int next = rawRead();
        if (next != '\n') {
            if (chunkHeader.length() == MAX_LINE) {
                throw new IOException("a chunk header longer than " + MAX_LINE);
            }
            chunkHeader.append((char) next);
            return;
        }
        String size = chunkHeader.toString().split(";", 2)[0].trim();
        chunkHeader.setLength(0);
        if (!size.isEmpty()) {
            chunkLeft = parseSize(size);
            inChunkHeader = false;
        }
    }

    private static int parseSize(String hex) throws IOException {
        if (!hex.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("a chunk of size '" + hex + "'");
        }
        int size = Integer.parseInt(hex, 16);
        if (size == 0) {
            throw new EOFException("the camera ended its stream");
        }
        return size;
    }

    private int rawRead() throws IOException {
        fill();
        return window[position++] & 0xFF;
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("nothing more came in time");
        }
        socket.setSoTimeout((int) left);
        int count = in.read(window);
        if (count < 0) {
            throw new EOFException("the camera closed its stream");
        }
        position = 0;
        limit = count;
    }

    @Override
    public void close() {
        Arrays.fill(window, (byte) 0);
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is lost with a socket that does not close
        }
    }
}
