package io.changbai.acceptance.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One process of the stack, with its output in a log file. It dies with this JVM also when this JVM is killed, because it
 * runs under {@code setpriv --pdeathsig} where that exists.
 */
public final class Child implements AutoCloseable {

    private static final boolean DIES_WITH_US = Files.isExecutable(Path.of("/usr/bin/setpriv"));

    private final String name;
    private final Path log;
    private final int linesBefore;
    private final Process process;

    private Child(String name, Path log, int linesBefore, Process process) {
        this.name = name;
        this.log = log;
        this.linesBefore = linesBefore;
        this.process = process;
    }

    public static Child start(String name, Path logs, Map<String, String> environment, List<String> command)
            throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve(name + ".log");
        List<String> words = new ArrayList<>();
        if (DIES_WITH_US) {
            words.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "TERM"));
        }
        words.addAll(command);
        int linesBefore = Files.exists(log) ? Files.readAllLines(log).size() : 0;
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return new Child(name, log, linesBefore, builder.start());
    }

    /**
     * Waits until {@code ready} gives a value.
     *
     * @throws IOException it ended before, or was not ready in time; the message shows the end of its log
     */
    public <T> T await(Duration patience, Supplier<Optional<T>> ready) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> value = ready.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (!process.isAlive()) {
                throw new IOException(name + " ended with status " + process.exitValue() + ":\n" + lastLines());
            }
            pause();
        }
        throw new IOException(name + " was not ready in " + patience.toSeconds() + " s:\n" + lastLines());
    }

    /** Looks every 2 ms, for measuring; gives up after 60 s or when it ends. */
    public void awaitTightly(BooleanSupplier ready) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException(name + " does not get ready:\n" + lastLines());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** The rest of the newest log line that begins with {@code prefix}. */
    public Optional<String> line(String prefix) {
        return lines().stream()
                .filter(line -> line.startsWith(prefix))
                .reduce((first, second) -> second)
                .map(line -> line.substring(prefix.length()).strip());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Process process() {
        return process;
    }

    /** As a power cut does: no chance to say goodbye. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(10);
    }

    /** Asks it to end, and after 12 s makes it end. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(12)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            kill();
        }
    }

    private boolean awaitEnd(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLines() {
        List<String> all = lines();
        return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    }

    private List<String> lines() {
        try {
            List<String> all = Files.readAllLines(log); // of earlier runs too: a log is appended to
            return all.subList(Math.min(linesBefore, all.size()), all.size());
        } catch (IOException e) {
            return List.of(log + " cannot be read: " + e.getMessage());
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
