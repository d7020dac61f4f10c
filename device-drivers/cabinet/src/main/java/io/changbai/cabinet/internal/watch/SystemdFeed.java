package io.changbai.cabinet.internal.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd as the watchdog of its service. Its socket takes datagrams, which Java 17 cannot send to a local socket; the
 * program {@code systemd-notify} can, is wherever systemd is, and waits until systemd has read the message. It costs a
 * process of some milliseconds every few seconds, and no native library in this one. Needs {@code NotifyAccess=all}.
 */
final class SystemdFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(SystemdFeed.class);
    private static final long PATIENCE_SECONDS = 5;

    private final Map<String, String> environment;
    private final String program;
    private boolean complained;

    SystemdFeed(Map<String, String> environment, String program) {
        this.environment = Map.copyOf(environment);
        this.program = program;
    }

    /** Whether systemd wants to be told. */
    static boolean isWanted(Map<String, String> environment) {
        return !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
    }

    /** How often systemd wants to hear at least, if it does, and it is this process it means. */
    static Optional<Duration> timeout(Map<String, String> environment, long pid) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        String meant = environment.getOrDefault("WATCHDOG_PID", "");
        boolean ours = meant.isEmpty() || meant.equals(String.valueOf(pid));
        if (!ours || !micros.matches("[1-9]\\d{0,14}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000));
    }

    @Override
    public void ready() {
        tell("READY=1");
    }

    @Override
    public void feed() {
        tell("WATCHDOG=1");
    }

    @Override
    public void close() {
        tell("STOPPING=1");
    }

    private void tell(String state) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(program, state))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("NOTIFY_SOCKET", environment.get("NOTIFY_SOCKET"));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                complainOnce("it does not end");
            } else if (process.exitValue() != 0) {
                complainOnce("it ends with " + process.exitValue());
            }
        } catch (IOException e) {
            complainOnce(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complainOnce(String why) {
        if (!complained) {
            complained = true;
            LOG.warn("systemd cannot be told by {}: {}", program, why);
        }
    }
}
