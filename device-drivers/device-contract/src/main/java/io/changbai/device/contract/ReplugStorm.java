package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import org.junit.jupiter.api.TestReporter;

/**
 * A loose plug: the cable is pulled and put back many times, often before the driver has noticed either. Afterwards the
 * device serves, and the process holds no more threads, files and memory than after the first few times. Fifty times by
 * default; the system property {@code changbai.storm} says another number.
 */
public final class ReplugStorm {

    /** The first few load classes and fill caches. */
    private static final int WARM_UP = 4;

    /** Every so many cycles the driver gets the time to come back; in between it is hardly left any. */
    private static final int CALM_EVERY = 25;

    private static final Duration GUST = Duration.ofMillis(60);

    private ReplugStorm() {}

    /** Rages over a device that can serve; {@code hands} say how often. */
    public static void over(Device device, Hands hands, TestReporter reporter) {
        int cycles = hands.stormCycles();
        if (cycles == 0) {
            throw Hands.cannot("plug and unplug over and over");
        }
        Await.ready(device);
        for (int i = 0; i < WARM_UP; i++) {
            cycle(device, hands, i == 0);
        }
        Await.ready(device);
        Leaks before = Leaks.now();
        Stopwatch watch = Stopwatch.start();
        for (int i = 1; i <= cycles; i++) {
            cycle(device, hands, i % CALM_EVERY == 0);
        }
        Await.ready(device);
        watch.tell(reporter, cycles + " times unplugged and plugged");
        assertThat(device.status().faults()).noneMatch(fault -> fault.code().endsWith("-NO-DEVICE"));
        before.assertNothingKept();
        reporter.publishEntry("kept after the storm", "nothing beyond " + before);
    }

    private static void cycle(Device device, Hands hands, boolean calm) {
        hands.pullCable();
        Await.within(calm ? Await.PATIENCE : GUST, () -> !device.status().canServe());
        hands.plugCable();
        if (calm) {
            Await.status(device, "it serves again", DeviceStatus::canServe);
        } else {
            Await.within(GUST, () -> device.status().canServe());
        }
    }
}
