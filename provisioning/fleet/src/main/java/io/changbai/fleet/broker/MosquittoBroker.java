package io.changbai.fleet.broker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mosquitto as a child process. It ends with this object, with this process's end, and where setpriv is also with its kill. */
public final class MosquittoBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(MosquittoBroker.class);
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Duration START_LIMIT = Duration.ofSeconds(15);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final BrokerSettings settings;
    private final Process process;
    private final Path pidFile;
    private final Thread endWithUs;

    private MosquittoBroker(BrokerSettings settings, Process process, Path pidFile) {
        this.settings = settings;
        this.process = process;
        this.pidFile = pidFile;
        this.endWithUs = new Thread(this::end, "mosquitto-end");
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /** Whether the Debian package {@code mosquitto} is there. */
    public static boolean isInstalled() {
        return executable().isPresent();
    }

    /** Starts it and returns when it answers with our certificate. */
    public static Broker start(BrokerSettings settings) throws BrokerUnavailableException, IOException {
        Path executable = executable()
                .orElseThrow(() -> new BrokerUnavailableException(
                        "mosquitto is not installed: apt-get install mosquitto (Debian package mosquitto)"));
        Path configuration = MosquittoConfiguration.write(settings);
        Path pidFile = settings.data().resolve("mosquitto.pid");
        endLeftover(pidFile, configuration);
        Path log = settings.data().resolve("mosquitto.log");
        Process process = launch(executable, configuration, log);
        Files.writeString(pidFile, Long.toString(process.pid()));
        MosquittoBroker broker = new MosquittoBroker(settings, process, pidFile);
        if (!Readiness.await(settings, START_LIMIT, process::isAlive)) {
            broker.close();
            throw new BrokerUnavailableException("mosquitto did not start: " + lastLine(log));
        }
        LOG.info("mosquitto answers at {}", settings.uri());
        return broker;
    }

    /**
     * Linux sends the signal when the thread that started the child ends, not only when its process does: so that thread
     * is one of its own and lives as long as the child. The child keeps its number, setpriv becomes mosquitto.
     */
    private static Process launch(Path executable, Path configuration, Path log) throws IOException {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
        }
        words.addAll(List.of(executable.toString(), "-c", configuration.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread parent = new Thread(() -> startAndStay(builder, started), "mosquitto-parent");
        parent.setDaemon(true);
        parent.start();
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static void startAndStay(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public URI uri() {
        return settings.uri();
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.debug("ended by the shutdown itself");
        }
    }

    /** SIGTERM first: mosquitto then writes its sessions down. */
    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("cannot delete {}", pidFile);
        }
    }

    /** A killed parent leaves its child; only a mosquitto that runs this very configuration is ended. */
    private static void endLeftover(Path pidFile, Path configuration) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong("0" + Files.readString(pidFile).replaceAll("\\D", ""));
        ProcessHandle.of(pid)
                .filter(handle -> Stream.of(handle.info().arguments().orElse(new String[0]))
                        .anyMatch(configuration.toString()::equals))
                .ifPresent(handle -> {
                    handle.destroy();
                    handle.onExit()
                            .completeOnTimeout(handle, END_LIMIT.toSeconds(), TimeUnit.SECONDS)
                            .join();
                });
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Path> executable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        // Debian puts it where ordinary users' PATH does not look.
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }
}
