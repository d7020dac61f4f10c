package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import io.changbai.device.emulators.internal.picture.FacePicture;
import io.changbai.device.emulators.internal.wire.LoopbackHttp;
import io.changbai.device.emulators.photo.CodePhotos;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * A camera that sends 640 by 480 JPEG frames without end (multipart/x-mixed-replace) from every path, and one frame from
 * {@code /frame.jpg}. A person before it is a cartoon face and a QR code {@code face:<key>}; every third second they blink.
 */
public final class CameraEmulator implements AutoCloseable {
    private static final String BOUNDARY = "frame";
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(66);
    private static final Duration BETWEEN_SLOW_FRAMES = Duration.ofSeconds(2);
    private static final int BLINK_EVERY = 45;
    private static final int BLINK_FRAMES = 2;

    private final LoopbackHttp http;
    private String shown;
    private byte[] code;
    private byte[] still;
    private byte[] blink;
    private FacePicture.Sight sight = FacePicture.Sight.WELL;
    private boolean dark;
    private boolean frozen;
    private boolean garbage;
    private boolean slow;

    /** A camera that will listen on {@code port}, or on any free one when that is 0. */
    public CameraEmulator(int port) {
        http = new LoopbackHttp("face-camera", port, this::serve);
    }

    public CameraEmulator start() {
        http.plug();
        return this;
    }

    public int port() {
        return http.port();
    }

    /** The stream's address. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/stream";
    }

    /** Somebody stands before the camera. */
    public synchronized void show(String key) {
        shown = key;
        code = null;
        forgetPictures();
    }

    /** Somebody holds a code before the camera, as on a telephone; takes the place of a person. */
    public void showCode(String text) {
        byte[] frame = CodePhotos.jpegFrame(text); // takes its time; frames go on meanwhile
        synchronized (this) {
            shown = null;
            code = frame;
            forgetPictures();
        }
    }

    public synchronized void showNobody() {
        shown = null;
        code = null;
        forgetPictures();
    }

    public synchronized Optional<String> shown() {
        return Optional.ofNullable(shown);
    }

    /** The light is out: whoever stands there is not seen. */
    public synchronized void dark(boolean on) {
        dark = on;
        forgetPictures();
    }

    public synchronized boolean isDark() {
        return dark;
    }

    /** How whoever is there stands, or what light and lens make of it. */
    public enum Sight {
        WELL,
        FAR,
        TWO,
        TURNED,
        BLURRED,
        OVEREXPOSED
    }

    public synchronized void sight(Sight seen) {
        sight = FacePicture.Sight.valueOf(seen.name());
        forgetPictures();
    }

    public synchronized Sight sight() {
        return Sight.valueOf(sight.name());
    }

    /** Frames are by turns noise and half a JPEG. */
    public synchronized void garbage(boolean on) {
        garbage = on;
    }

    public synchronized boolean sendsGarbage() {
        return garbage;
    }

    /** One frame every two seconds. */
    public synchronized void slow(boolean on) {
        slow = on;
        notifyAll();
    }

    public synchronized boolean isSlow() {
        return slow;
    }

    /** The stream stays open and no more frames come. */
    public synchronized void freeze(boolean on) {
        frozen = on;
        notifyAll();
    }

    public synchronized boolean isFrozen() {
        return frozen;
    }

    public void unplug() {
        http.unplug();
    }

    public void plug() {
        http.plug();
    }

    public boolean plugged() {
        return http.plugged();
    }

    @Override
    public void close() {
        http.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (exchange.getRequestURI().getPath().endsWith(".jpg")) {
                oneFrame(exchange);
            } else {
                stream(exchange);
            }
        } catch (InterruptedException e) {
            // Unplugged: the stream just ends.
            Thread.currentThread().interrupt();
        }
    }

    private void oneFrame(HttpExchange exchange) throws IOException {
        byte[] frame = frame();
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, frame.length);
        exchange.getResponseBody().write(frame);
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int number = 0; plugged(); number++) {
            byte[] frame = frame(number);
            String head =
                    "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + frame.length + "\r\n\r\n";
            out.write(head.getBytes(US_ASCII));
            out.write(frame);
            out.write("\r\n".getBytes(US_ASCII));
            out.flush();
            awaitNextFrame();
        }
    }

    private synchronized void awaitNextFrame() throws InterruptedException {
        long sent = System.nanoTime();
        long left = between().toMillis();
        while (frozen || left > 0) {
            wait(frozen ? 0 : left);
            left = (sent + between().toNanos() - System.nanoTime()) / 1_000_000;
        }
    }

    private Duration between() {
        return slow ? BETWEEN_SLOW_FRAMES : BETWEEN_FRAMES;
    }

    /** What the camera sees now, as JPEG. */
    public byte[] frame() {
        return frame(0);
    }

    private synchronized byte[] frame(int number) {
        if (still == null) {
            draw();
        }
        if (garbage) {
            return number % 2 == 0 ? noise(number) : Arrays.copyOf(still, still.length / 2);
        }
        return number % BLINK_EVERY >= BLINK_EVERY - BLINK_FRAMES ? blink : still;
    }

    private static byte[] noise(int seed) {
        byte[] bytes = new byte[20_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void draw() {
        if (dark) {
            still = FacePicture.darkness();
            blink = still;
        } else if (code != null) {
            still = code;
            blink = still;
        } else if (shown == null) {
            still = FacePicture.emptyRoom();
            blink = still;
        } else {
            still = FacePicture.person(shown, false, sight);
            blink = FacePicture.person(shown, true, sight);
        }
    }

    private void forgetPictures() {
        still = null;
        blink = null;
    }
}
