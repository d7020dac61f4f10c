package io.changbai.device.contract;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.TestReporter;

/** Measures what a device takes, for the report of a check. Figures are told, never judged: machines differ. */
public final class Stopwatch {

    private final long start = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch start() {
        return new Stopwatch();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Tells what was measured, for example {@code from card to result: 87 ms}. */
    public void tell(TestReporter reporter, String what) {
        double millis = elapsed().toNanos() / 1e6;
        String figure = millis < 1_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
        reporter.publishEntry(what, figure);
    }
}
