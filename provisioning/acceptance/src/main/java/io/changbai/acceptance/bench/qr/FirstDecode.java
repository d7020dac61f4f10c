package io.changbai.acceptance.bench.qr;

import io.changbai.device.api.scanner.CodePictures;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScannedCode;
import io.changbai.device.check.DeviceHost;
import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.emulators.photo.CodePhoto;
import io.changbai.device.emulators.photo.CodePhotos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The first frame with a code a fresh process sees: plain ZXing cold, and ours after the camera scanner is ready and has warmed
 * itself up. Its {@link #main} is that process; it prints milliseconds by the clock on the wall, as a resident waits.
 */
public final class FirstDecode {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RUNS = 3;

    private FirstDecode() {}

    /** Median of ours over median of ZXing's. */
    static double ratio() throws IOException {
        double[] ours = new double[RUNS];
        double[] cold = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            cold[run] = inFreshProcess("zxing");
            ours[run] = inFreshProcess("ours");
        }
        Arrays.sort(ours);
        Arrays.sort(cold);
        return ours[RUNS / 2] / cold[RUNS / 2];
    }

    private static double inFreshProcess(String who) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Djava.awt.headless=true"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstDecode.class.getName(), who));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("the process for the first decode of " + who + " failed: " + out);
            }
            return out.lines()
                    .filter(line -> line.startsWith("first="))
                    .mapToDouble(line -> Double.parseDouble(line.substring(6)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no figure in: " + out));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @param args {@code ours} or {@code zxing} */
    public static void main(String[] args) {
        GreyPicture frame = frame();
        double millis = args[0].equals("ours") ? ours(frame) : cold(frame);
        System.out.println("first=" + millis);
    }

    private static double cold(GreyPicture frame) {
        long begin = System.nanoTime();
        String text = PlainZxing.read(frame);
        return said(text, begin);
    }

    private static double ours(GreyPicture frame) {
        try (CameraEmulator camera = new CameraEmulator(0).start();
                DeviceHost host = DeviceHost.start(Map.of("changbai.qr-camera", Map.of("channel", camera.url())))) {
            QrScanner scanner = host.device(QrScanner.class, "qr-camera", PATIENCE);
            await(() -> scanner.status().canServe() && !isWarmingUp());
            CodeWatch watch = host.service(CodePictures.class, PATIENCE).watch();
            long begin = System.nanoTime();
            String text = watch.next(frame).map(ScannedCode::text).orElse("");
            return said(text, begin);
        }
    }

    private static double said(String text, long begin) {
        double millis = (System.nanoTime() - begin) / 1e6;
        if (!text.equals("first")) {
            throw new IllegalStateException("a clean code was not read");
        }
        return millis;
    }

    private static boolean isWarmingUp() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("qr-warm-up"));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // the warm-up begins when the camera was found
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the camera scanner did not become ready");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** A telephone held up in a 720p frame. */
    private static GreyPicture frame() {
        byte[] pixels = new byte[OwnPictures.FRAME_WIDTH * OwnPictures.FRAME_HEIGHT];
        Arrays.fill(pixels, (byte) 90);
        CodePhoto photo = CodePhotos.clean("first", 400, 5);
        for (int y = 0; y < photo.height(); y++) {
            System.arraycopy(
                    photo.pixels(),
                    y * photo.width(),
                    pixels,
                    (y + 150) * OwnPictures.FRAME_WIDTH + 420,
                    photo.width());
        }
        return new GreyPicture(OwnPictures.FRAME_WIDTH, OwnPictures.FRAME_HEIGHT, pixels);
    }
}
