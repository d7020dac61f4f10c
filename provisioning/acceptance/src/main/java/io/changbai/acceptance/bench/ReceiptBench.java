package io.changbai.acceptance.bench;

import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.check.DeviceHost;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How long the driver takes from the order to the last byte of a receipt, how many bytes that is beside the same receipt
 * wholly as a picture, and how long a printer on a line of 115200 Bd is busy with either.
 */
final class ReceiptBench {

    private static final String PID = "changbai.receipt-printer";
    private static final double MOST_MS = 30;
    private static final double MOST_OF_RASTER = 0.2;
    /** A terminal has stood for a while before anybody prints: the driver has prepared itself meanwhile. */
    private static final Duration STANDING = Duration.ofSeconds(6);

    private static final int BAUD = 115_200;
    private static final int ROWS_PER_SECOND = 1_600; // 200 mm/s at 203 dpi

    private record Encoding(double firstMillis, double medianMillis, int bytes) {}

    private final PrintStream out;
    private final int runs;

    private ReceiptBench(int runs, PrintStream out) {
        this.runs = runs;
        this.out = out;
    }

    static boolean run(int runs, PrintStream out) throws IOException {
        return new ReceiptBench(runs, out).measure();
    }

    private boolean measure() throws IOException {
        Encoding text = encoding(false, true);
        Encoding lazy = encoding(false, false);
        Encoding raster = encoding(true, true);
        out.printf(Locale.ROOT, "first receipt where fonts are opened on demand: %.1f ms%n", lazy.firstMillis);
        out.printf(Locale.ROOT, "from the order to the last byte, as a picture: %.1f ms%n", raster.medianMillis);
        double textSeconds = seconds(false);
        double rasterSeconds = seconds(true);
        double ratio = (double) text.bytes / raster.bytes;
        boolean held = text.firstMillis <= MOST_MS && text.medianMillis <= MOST_MS && ratio <= MOST_OF_RASTER;
        out.printf(
                Locale.ROOT,
                "BENCH receipt lines=%d first_ms=%.1f median_ms=%.1f text_bytes=%d raster_bytes=%d ratio=%.3f"
                        + " text_s=%.2f raster_s=%.2f goal=%s%n",
                SampleReceipt.LINES,
                text.firstMillis,
                text.medianMillis,
                text.bytes,
                raster.bytes,
                ratio,
                textSeconds,
                rasterSeconds,
                held ? "held" : "missed");
        return held;
    }

    private Encoding encoding(boolean asPicture, boolean preparesFonts) throws IOException {
        try (PrinterSink sink = new PrinterSink();
                DeviceHost host = DeviceHost.start(configuration(sink.channel(), asPicture, preparesFonts))) {
            ReceiptPrinter printer = ready(host);
            rest();
            double first = oneMillis(printer, sink);
            double[] later = IntStream.range(0, runs)
                    .mapToDouble(i -> oneMillis(printer, sink))
                    .sorted()
                    .toArray();
            return new Encoding(first, later[later.length / 2], sink.bytes());
        }
    }

    private static double oneMillis(ReceiptPrinter printer, PrinterSink sink) {
        List<ReceiptPart> parts = SampleReceipt.parts();
        sink.forget();
        long start = System.nanoTime();
        print(printer, parts);
        return (sink.lastByte() - start) / 1e6;
    }

    /** On a line of that speed, by the emulated printer, from the order to its confirmation. */
    private static double seconds(boolean asPicture) throws IOException {
        Path paper = Files.createTempDirectory("changbai-bench-receipt");
        ReceiptPrinterEmulator emulator = new ReceiptPrinterEmulator(0, paper).start();
        try (emulator;
                DeviceHost host =
                        DeviceHost.start(configuration("tcp://127.0.0.1:" + emulator.port(), asPicture, true))) {
            emulator.speed(ROWS_PER_SECOND);
            ReceiptPrinter printer = ready(host);
            rest();
            emulator.baud(BAUD);
            List<ReceiptPart> parts = SampleReceipt.parts();
            long start = System.nanoTime();
            print(printer, parts);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static Map<String, Map<String, Object>> configuration(
            String channel, boolean asPicture, boolean preparesFonts) {
        Map<String, Object> values = new HashMap<>();
        values.put("channel", channel);
        values.put("all.as.picture", asPicture);
        values.put("prepares.fonts", preparesFonts);
        return Map.of(PID, values);
    }

    private static ReceiptPrinter ready(DeviceHost host) {
        ReceiptPrinter printer = host.service(ReceiptPrinter.class, Duration.ofSeconds(30));
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!printer.status().canServe()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the receipt printer does not get ready: " + printer.status());
            }
            pause(Duration.ofMillis(50));
        }
        return printer;
    }

    private static void rest() {
        pause(STANDING);
    }

    private static void pause(Duration how) {
        try {
            Thread.sleep(how.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void print(ReceiptPrinter printer, List<ReceiptPart> parts) {
        PrintJob job = new PrintJob(VisitToken.begin("bench"), "bench");
        PrintResult result = printer.print(job, parts)
                .result()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        if (!(result instanceof PrintResult.Printed)) {
            throw new IllegalStateException("the receipt was not printed: " + result);
        }
    }
}
