package io.changbai.device.link.internal;

import io.changbai.device.link.FrameSource.Frames;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/x-mixed-replace} stream.
 *
 * <pre>
 *   HEADERS ──blank line──► PICTURE ──Content-Length reached, or boundary seen──► HEADERS …
 * </pre>
 */
final class MultipartFrames implements Frames {

    private static final int MAX_FRAME = 4 * 1024 * 1024;
    private static final int FIRST_SIZE = 64 * 1024;
    private static final int UNKNOWN = -1;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?(?:--)?([^\";]+)\"?");

    private final StreamBytes body;
    private final byte[] delimiter;
    private byte[] frame = new byte[0];
    private int filled;
    private int length = UNKNOWN;
    private boolean inPicture;
    private boolean sawHeader;

    MultipartFrames(StreamBytes body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static MultipartFrames of(HttpBody body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(body.contentType());
        if (!body.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/x-mixed-replace") || !boundary.find()) {
            throw new IOException("not a stream of pictures: content type '" + body.contentType() + "'");
        }
        return new MultipartFrames(body, boundary.group(1).trim());
    }

    @Override
    public byte[] next(Duration patience) throws IOException {
        body.within(patience);
        while (!inPicture) {
            readHeader(body.readLine());
        }
        return length == UNKNOWN ? readToBoundary() : readToLength();
    }

    private void readHeader(String line) throws IOException {
        if (line.isEmpty() && sawHeader) {
            beginPicture();
        } else if (line.startsWith("--") && line.endsWith("--") && line.length() > delimiter.length - 2) {
            throw new EOFException("the camera ended its stream");
        } else if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = parseLength(line.substring("content-length:".length()).trim());
            sawHeader = true;
        } else {
            sawHeader |= line.indexOf(':') > 0;
        }
    }

    private static int parseLength(String text) throws IOException {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > MAX_FRAME || Integer.parseInt(text) == 0) {
            throw new IOException("a picture of " + text + " bytes");
        }
        return Integer.parseInt(text);
    }

    private void beginPicture() {
        inPicture = true;
        sawHeader = false;
        filled = 0;
        frame = new byte[length == UNKNOWN ? FIRST_SIZE : length];
    }

    private byte[] readToLength() throws IOException {
        while (filled < length) {
            filled += body.read(frame, filled, length - filled);
        }
        return handOver(frame);
    }

    private byte[] readToBoundary() throws IOException {
        while (!endsWithDelimiter()) {
            if (filled == frame.length) {
                grow();
            }
            frame[filled++] = (byte) body.read();
        }
        byte[] whole = Arrays.copyOf(frame, filled - delimiter.length);
        Arrays.fill(frame, (byte) 0);
        return handOver(whole);
    }

    private boolean endsWithDelimiter() {
        int start = filled - delimiter.length;
        return start >= 0 && Arrays.equals(frame, start, filled, delimiter, 0, delimiter.length);
    }

    private void grow() throws IOException {
        if (frame.length >= MAX_FRAME) {
            throw new IOException("a picture of more than " + MAX_FRAME + " bytes");
        }
        byte[] larger = Arrays.copyOf(frame, Math.min(MAX_FRAME, frame.length * 2));
        Arrays.fill(frame, (byte) 0);
        frame = larger;
    }

    /** The caller owns the picture from here; this stream keeps no reference to it. */
    private byte[] handOver(byte[] picture) {
        frame = new byte[0];
        length = UNKNOWN;
        inPicture = false;
        return picture;
    }

    @Override
    public void close() {
        Arrays.fill(frame, (byte) 0);
        body.close();
    }
}
