package io.changbai.acceptance.bench;

import io.changbai.acceptance.stack.Child;
import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Process start to idle screen: the terminal on a laptop's defaults and with its prepared flags, beside a bare Felix with the
 * same framework bundles and beside Apache Karaf carrying the same rooms, interleaved in random order in one run.
 *
 * <p>The terminal and the loaded Karaf count as ready when the screens are served and the journey's first view has come
 * through the event stream; bare Felix when its web server answers; an empty Karaf, shown beside, when its shell accepts
 * connections.
 */
final class StartBench {

    /** What architecture.md §6 and issue 2 promise. */
    private static final double MAX_WALL_MS = 1500;

    private static final double MAX_PREPARED_MS = 1000;
    private static final double MAX_OF_KARAF = 0.6;
    private static final double MAX_RSS_MB = 160;

    private StartBench() {}

    /** @return whether every promise held */
    static boolean run(int rounds, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("changbai-bench");
        List<Candidate> candidates = Candidates.all(Installation.here(), folder);
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        candidates.forEach(candidate -> samples.put(candidate.name(), new ArrayList<>()));
        Random random = new Random(89);
        for (int round = 0; round <= rounds; round++) {
            Collections.shuffle(candidates, random);
            for (Candidate candidate : candidates) {
                Sample sample = measure(candidate, folder);
                if (round > 0) { // the first round warms caches and unpacks
                    samples.get(candidate.name()).add(sample);
                }
            }
        }
        return report(rounds, samples, out);
    }

    /**
     * @param cpuMs of all threads until ready
     * @param rssMb 1.2 s after ready
     */
    private record Sample(double wallMs, double cpuMs, double rssMb) {}

    private static Sample measure(Candidate candidate, Path folder) throws IOException {
        candidate.prepare();
        long begin = System.nanoTime();
        try (Child child = Child.start(candidate.name(), folder, candidate.environment(), candidate.command())) {
            child.awaitTightly(candidate::isReady);
            double wall = (System.nanoTime() - begin) / 1e6;
            long pid = largestProcess(child);
            double cpu = ProcessFigures.cpuMillis(pid);
            TimeUnit.MILLISECONDS.sleep(1200);
            double rss = ProcessFigures.residentMegabytes(pid);
            child.kill();
            return new Sample(wall, cpu, rss);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The largest of the process and its descendants: Karaf's start script stays in front of its JVM. */
    private static long largestProcess(Child child) {
        return Stream.concat(
                        Stream.of(child.process().toHandle()), child.process().descendants())
                .map(ProcessHandle::pid)
                .max(Comparator.comparingDouble(ProcessFigures::residentOrNothing))
                .orElse(child.pid());
    }

    private static boolean report(int rounds, Map<String, List<Sample>> samples, PrintStream out) {
        out.printf(Locale.ROOT, "%-12s %10s %10s %10s   (median of %d)%n", "", "wall ms", "cpu ms", "rss MB", rounds);
        samples.forEach((name, all) -> out.printf(
                Locale.ROOT,
                "%-12s %10.0f %10.0f %10.0f%n",
                name,
                median(all, Sample::wallMs),
                median(all, Sample::cpuMs),
                median(all, Sample::rssMb)));
        double ours = median(samples.get(Candidates.TERMINAL), Sample::wallMs);
        double prepared = median(samples.get(Candidates.PREPARED), Sample::wallMs);
        double bare = median(samples.get(Candidates.BARE), Sample::wallMs);
        double karaf = median(samples.get(Candidates.KARAF), Sample::wallMs);
        double empty = median(samples.get(Candidates.EMPTY_KARAF), Sample::wallMs);
        double rss = median(samples.get(Candidates.PREPARED), Sample::rssMb);
        boolean held =
                ours <= MAX_WALL_MS && prepared <= MAX_PREPARED_MS && ours / karaf <= MAX_OF_KARAF && rss <= MAX_RSS_MB;
        out.printf(
                Locale.ROOT,
                "BENCH start runs=%d wall_ms=%.0f prepared_ms=%.0f felix_ms=%.0f karaf_ms=%.0f empty_karaf_ms=%.0f of_felix=%.2f of_karaf=%.2f"
                        + " prepared_of_karaf=%.2f rss_mb=%.0f goal=%s%n",
                rounds,
                ours,
                prepared,
                bare,
                karaf,
                empty,
                ours / bare,
                ours / karaf,
                prepared / karaf,
                rss,
                held ? "held" : "missed");
        return held;
    }

    private static double median(List<Sample> samples, java.util.function.ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
