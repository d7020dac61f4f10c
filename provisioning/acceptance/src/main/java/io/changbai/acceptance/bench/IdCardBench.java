package io.changbai.acceptance.bench;

import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.check.DeviceHost;
import io.changbai.device.emulators.IdCardReaderEmulator;
import io.changbai.device.emulators.SampleIdCards;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One reading of a card that lies on the antenna, against the time its bytes take on a line of 115200 baud: find, select and
 * read, 30 bytes out and 1329 back. The emulated reader answers at once and lets every byte take its time, both ways.
 * Beside it, in turn, a bare socket that writes the same commands and counts the bytes that come: the least a program can
 * do.
 */
final class IdCardBench {

    private static final int BYTES_PER_SECOND = 11_520;
    private static final int BYTES = (10 + 15) + (10 + 19) + (10 + 1295);
    private static final double WIRE_MS = 1e3 * BYTES / BYTES_PER_SECOND;
    /** What architecture.md §6 promises. */
    private static final double MOST = 1.03;

    private static final String PID = "changbai.id-card-reader";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The driver asks for the reader's status after a reading; the next one begins after that. */
    private static final long SETTLED_MS = 50;

    private IdCardBench() {}

    /** @return whether the promise held */
    static boolean run(int rounds, PrintStream out) throws IOException {
        try (IdCardReaderEmulator far = reader();
                IdCardReaderEmulator other = reader();
                BareReading bare = new BareReading(other.port());
                DeviceHost host = DeviceHost.start(Map.of(PID, Map.of("channel", "tcp://127.0.0.1:" + far.port())))) {
            IdCardReader driver = host.device(IdCardReader.class, "id-card-reader", PATIENCE);
            double[] ours = new double[rounds];
            double[] least = new double[rounds];
            measure(driver, bare); // loads classes
            for (int i = 0; i < rounds; i++) {
                double[] both = measure(driver, bare);
                ours[i] = both[0];
                least[i] = both[1];
            }
            return report(ours, least, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the driver did not end a reading", e);
        }
    }

    private static IdCardReaderEmulator reader() {
        IdCardReaderEmulator reader = new IdCardReaderEmulator(0).start();
        reader.rereads(true);
        reader.bytesPerSecond(BYTES_PER_SECOND);
        reader.present(SampleIdCards.named("long-validity").orElseThrow());
        return reader;
    }

    private static double[] measure(IdCardReader driver, BareReading bare)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long settled = System.nanoTime() + PATIENCE.toNanos();
        while (!driver.status().canServe() && System.nanoTime() < settled) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(SETTLED_MS);
        long begin = System.nanoTime();
        IdCardResult result =
                driver.read(PATIENCE).result().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long middle = System.nanoTime();
        if (!(result instanceof IdCardResult.Read)) {
            throw new IOException("the driver read no card: " + result);
        }
        long again = System.nanoTime();
        bare.read();
        return new double[] {(middle - begin) / 1e6, (System.nanoTime() - again) / 1e6};
    }

    private static boolean report(double[] ours, double[] least, PrintStream out) {
        double total = median(ours);
        double bare = median(least);
        boolean held = total <= MOST * WIRE_MS;
        out.printf(
                Locale.ROOT,
                "%d readings of %d bytes: on the wire %.2f ms, driver %.2f ms, bare socket %.2f ms (medians)%n",
                ours.length,
                BYTES,
                WIRE_MS,
                total,
                bare);
        out.printf(
                Locale.ROOT,
                "BENCH id-card runs=%d bytes=%d wire_ms=%.2f total_ms=%.2f ratio=%.4f bare_ms=%.2f bare_ratio=%.4f"
                        + " max_ratio=%.4f goal=%s%n",
                ours.length,
                BYTES,
                WIRE_MS,
                total,
                total / WIRE_MS,
                bare,
                bare / WIRE_MS,
                Arrays.stream(ours).max().orElseThrow() / WIRE_MS,
                held ? "held" : "missed");
        return held;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
