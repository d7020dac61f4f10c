package io.changbai.device.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What this process holds at one moment.
 *
 * @param threads live threads
 * @param files open file descriptors; 0 where the system does not tell
 * @param heap bytes of live objects after a collection
 */
public record Leaks(int threads, long files, long heap) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** What another thread of this process, a cache or the collector itself may have kept meanwhile. */
    private static final long HEAP_TOLERANCE = 6L << 20;

    /** A connection of an emulator in this process more or less; whatever leaks does so at every cycle. */
    private static final int TOLERANCE = 5;

    /** Threads and sockets of a peer that hangs up end a moment later. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(20);

    public static Leaks now() {
        System.gc();
        return new Leaks(
                Thread.getAllStackTraces().size(),
                openFiles(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Waits until hardly more is held than at that moment; an assertion error says what was kept. */
    public void assertNothingKept() {
        Leaks[] last = new Leaks[1];
        boolean settled = Await.within(TO_SETTLE, () -> {
            last[0] = now();
            return last[0].threads <= threads + TOLERANCE
                    && last[0].files <= files + TOLERANCE
                    && last[0].heap <= heap + HEAP_TOLERANCE;
        });
        if (!settled) {
            throw new AssertionError("held before: " + this + ", held after: " + last[0] + ", threads now: "
                    + Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .sorted()
                            .toList());
        }
    }

    private static long openFiles() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return threads + " threads, " + files + " files, " + (heap >> 10) + " kB";
    }
}
