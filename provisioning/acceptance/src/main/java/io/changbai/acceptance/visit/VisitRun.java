package io.changbai.acceptance.visit;

import io.changbai.acceptance.stack.FleetClient;
import io.changbai.acceptance.stack.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A visit being played: what it can touch, and the line it prints for each step with its time. */
public final class VisitRun implements AutoCloseable {

    private final PrintStream out;
    private final KioskPage kiosk;
    private final BenchClient bench;
    private final FleetClient fleet;
    private final Optional<Path> pictures;
    private int steps;

    private VisitRun(PrintStream out, KioskPage kiosk, RunState stack, Optional<Path> pictures) {
        this.out = out;
        this.kiosk = kiosk;
        this.bench = new BenchClient(stack.bench());
        this.fleet = new FleetClient(stack.fleet());
        this.pictures = pictures;
    }

    /** @param pictures where a screenshot of each step goes; empty for none */
    public static VisitRun begin(RunState stack, PrintStream out, Optional<Path> pictures) throws IOException {
        return new VisitRun(out, KioskPage.open(stack.kiosk()), stack, pictures);
    }

    /** One step of a visit. */
    @FunctionalInterface
    public interface Step {
        void take() throws IOException;
    }

    /**
     * Takes a step and prints how long it took.
     *
     * @throws IOException the step failed; the message names it
     */
    public void step(String name, Step step) throws IOException {
        long begin = System.nanoTime();
        try {
            step.take();
        } catch (IOException | RuntimeException e) {
            picture("failed");
            throw new IOException("step '" + name + "': " + e.getMessage(), e);
        }
        out.printf(Locale.ROOT, "%6.2f s  %s%n", (System.nanoTime() - begin) / 1e9, name);
        picture(name);
    }

    /** What a step waits for outside the browser. */
    @FunctionalInterface
    public interface Probe<T> {
        Optional<T> look() throws IOException;
    }

    /** Looks again and again until there is something. */
    public <T> T await(Duration patience, String what, Probe<T> probe) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = probe.look();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        throw new IOException("waited " + patience.toSeconds() + " s for " + what);
    }

    public KioskPage kiosk() {
        return kiosk;
    }

    public BenchClient bench() {
        return bench;
    }

    public FleetClient fleet() {
        return fleet;
    }

    private void picture(String name) {
        steps++;
        pictures.ifPresent(folder -> kiosk.screenshot(
                folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", steps, name.replaceAll("[^a-z0-9]+", "-")))));
    }

    @Override
    public void close() {
        kiosk.close();
    }
}
