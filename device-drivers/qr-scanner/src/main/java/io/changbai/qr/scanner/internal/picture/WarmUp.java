package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import java.util.Arrays;

/**
 * Reads some fifty codes of its own making, so that the first resident does not wait for Java to load and compile the reader
 * (100 to 170 ms cold, measured). On a thread that yields to everything else; it ends by itself or when it is closed.
 */
public final class WarmUp implements AutoCloseable {

    private static final int FRAMES = 50;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final Thread thread = new Thread(this::run, "qr-warm-up");
    private volatile boolean closed;

    /** Begins at once. */
    public WarmUp start() {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        CodeWatch watch = new FrameWatch();
        for (int i = 0; i < FRAMES && !closed; i++) {
            watch.next(frame(i));
        }
    }

    /** Codes of several sizes; every second one is too torn to be read the quick way. */
    private static GreyPicture frame(int number) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 200);
        ByteMatrix symbol = symbol("warm-up".repeat(1 + number % 4));
        int module = 4 + number % 4;
        int side = Math.min(symbol.getWidth() * module, HEIGHT - 8);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean torn = number % 2 == 1 && (x / 9 + y / 7) % 9 == 0 && x > 9 * module && y > 9 * module;
                boolean ink = symbol.get(x / module, y / module) == 1 ^ torn;
                pixels[(y + 4) * WIDTH + x + 40 + number] = (byte) (ink ? 40 + x / 8 : 180 + x / 8);
            }
        }
        return new GreyPicture(WIDTH, HEIGHT, pixels);
    }

    private static ByteMatrix symbol(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("a short text fits", e);
        }
    }
}
