package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import io.changbai.device.emulators.internal.picture.TablePicture;
import io.changbai.device.emulators.internal.wire.LoopbackHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * A camera over a dark table that sends 1600 by 1200 JPEG frames without end (multipart/x-mixed-replace) from every path,
 * and one frame from {@code /frame.jpg}.
 */
public final class DocumentCameraEmulator implements AutoCloseable {

    /** What is wrong with the camera, its light or the way the page lies. */
    public enum Fault {
        NONE,
        DARK,
        BLURRED,
        /** The page never lies still. */
        MOVING,
        /** The page reaches over the edge of the table. */
        OVER_THE_EDGE,
        /** The stream stays open and no more frames come. */
        FROZEN,
        /** Frames of 6 MB. */
        OVERSIZE,
        /** Small frames that say they have 30000 by 30000 pixels. */
        HUGE,
        /** Frames that begin and end like JPEG and are not. */
        GARBAGE,
        /** Frames that end in the middle. */
        TRUNCATED
    }

    private static final String BOUNDARY = "page";
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final int OVERSIZE = 6 * 1024 * 1024;
    private static final int STEP = 25;

    private final LoopbackHttp http;
    private boolean lies;
    private double degrees;
    private Fault fault = Fault.NONE;
    private byte[] seen;
    private int opened;

    /** A camera that will listen on {@code port}, or on any free one when that is 0. */
    public DocumentCameraEmulator(int port) {
        http = new LoopbackHttp("document-camera", port, this::serve);
    }

    public DocumentCameraEmulator start() {
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

    /** Lays a page on the table, turned clockwise. */
    public synchronized void lay(double turned) {
        lies = true;
        degrees = turned;
        seen = null;
    }

    public synchronized void takeAway() {
        lies = false;
        seen = null;
    }

    public synchronized boolean isPageThere() {
        return lies;
    }

    public synchronized void fault(Fault next) {
        fault = next;
        seen = null;
        notifyAll();
    }

    public synchronized Fault fault() {
        return fault;
    }

    /** How often the stream was opened. */
    public synchronized int opened() {
        return opened;
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
                byte[] frame = frame(0);
                exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
                exchange.sendResponseHeaders(200, frame.length);
                exchange.getResponseBody().write(frame);
            } else {
                stream(exchange);
            }
        } catch (InterruptedException e) {
            // Unplugged: the stream just ends.
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        synchronized (this) {
            opened++;
        }
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int number = 0; plugged(); number++) {
            awaitNextFrame();
            byte[] frame = frame(number);
            String head =
                    "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + frame.length + "\r\n\r\n";
            out.write(head.getBytes(US_ASCII));
            out.write(frame);
            out.write("\r\n".getBytes(US_ASCII));
            out.flush();
        }
    }

    private synchronized void awaitNextFrame() throws InterruptedException {
        long deadline = System.nanoTime() + BETWEEN_FRAMES.toNanos();
        long left = BETWEEN_FRAMES.toMillis();
        while (fault == Fault.FROZEN || left > 0) {
            wait(fault == Fault.FROZEN ? 0 : left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    /** What the camera sends now. */
    public byte[] frame() {
        return frame(0);
    }

    private synchronized byte[] frame(int number) {
        if (fault == Fault.MOVING && lies) {
            return TablePicture.page(degrees + 3 * (number % 2), number % 2 * STEP, false);
        }
        if (seen == null) {
            seen = look();
        }
        return seen.clone();
    }

    private byte[] look() {
        return switch (fault) {
            case DARK -> TablePicture.darkness();
            case BLURRED -> picture(0, true);
            case OVER_THE_EDGE -> picture(TablePicture.WIDTH / 2, false);
            case OVERSIZE -> Arrays.copyOf(picture(0, false), OVERSIZE);
            case HUGE -> claimed(picture(0, false));
            case GARBAGE -> garbage();
            case TRUNCATED -> truncated(picture(0, false));
            default -> picture(0, false);
        };
    }

    private byte[] picture(int right, boolean blurred) {
        return lies ? TablePicture.page(degrees, right, blurred) : TablePicture.emptyTable();
    }

    /** The frame header (FF C0, length, precision, height, width) with another size. */
    private static byte[] claimed(byte[] jpeg) {
        for (int at = 0; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                for (int i : new int[] {5, 7}) {
                    jpeg[at + i] = (byte) (30_000 >> 8);
                    jpeg[at + i + 1] = (byte) 30_000;
                }
                break;
            }
        }
        return jpeg;
    }

    private static byte[] garbage() {
        byte[] bytes = new byte[20_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 7));
        }
        return framed(bytes);
    }

    private static byte[] truncated(byte[] jpeg) {
        return framed(Arrays.copyOf(jpeg, jpeg.length / 3));
    }

    /** Begins and ends like JPEG. */
    private static byte[] framed(byte[] bytes) {
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[bytes.length - 2] = (byte) 0xFF;
        bytes[bytes.length - 1] = (byte) 0xD9;
        return bytes;
    }
}
