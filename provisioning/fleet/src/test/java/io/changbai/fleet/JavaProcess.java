package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A class with a main, run in a process of its own with this one's class path; it remembers every line it says. */
public final class JavaProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 40;

    private final Process process;
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reader = new Thread(this::read, "child-output");

    private JavaProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    public static JavaProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        words.addAll(List.of(arguments));
        return new JavaProcess(
                new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    /** The next line that begins so. */
    public String awaitLine(String prefix) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(prefix)) {
                return line;
            }
            if (line == null && !reader.isAlive()) {
                break;
            }
        }
        throw new AssertionError("no line begins with " + prefix + ": " + all);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd(10);
    }

    /** @return its status */
    int awaitEnd(int seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
                .as("ends within %d s; it said %s", seconds, all)
                .isTrue();
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return process.exitValue();
    }

    /** Everything it has said, on both outputs. */
    List<String> said() {
        return List.copyOf(all);
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                all.add(line);
                lines.add(line);
            }
        } catch (IOException ended) {
            all.add("(" + ended.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
