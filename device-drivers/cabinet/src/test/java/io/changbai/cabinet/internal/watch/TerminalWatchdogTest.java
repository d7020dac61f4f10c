package io.changbai.cabinet.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.contract.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * systemd is played by a line of Perl that writes down every datagram; the kernel's device by a file. (socat would keep the
 * descriptor open with which systemd-notify waits until its message was read.)
 */
class TerminalWatchdogTest {

    @TempDir
    Path folder;

    private volatile List<String> complaints = List.of("still starting");
    private Process systemd;

    @AfterEach
    void end() throws InterruptedException {
        if (systemd != null) {
            systemd.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void isReadyOnlyWhenAllIsWellAndFedOnlyWhileItIs() throws Exception {
        TerminalWatchdog watchdog = withSystemd("300000", 42, "");
        try {
            Await.until("nothing was said", () -> told().isEmpty());
            complaints = List.of();
            Await.until("it is ready and fed", () -> count("READY=1") == 1 && count("WATCHDOG=1") > 2);
            complaints = List.of("device-receipt-printer is stuck");
            awaitQuiet();
            complaints = List.of();
            long before = count("WATCHDOG=1");
            Await.until("it is fed again", () -> count("WATCHDOG=1") > before);
            assertThat(count("READY=1")).isEqualTo(1);
        } finally {
            watchdog.close();
        }
        Await.until("it says that it stops", () -> count("STOPPING=1") == 1);
    }

    @Test
    void aProcessThatIsNotMeantIsNotTimed() {
        assertThat(SystemdFeed.timeout(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "7"), 42))
                .isEmpty();
        assertThat(SystemdFeed.timeout(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "42"), 42))
                .isEqualTo(Optional.of(Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1e6", "99999999999999999999", "soon"})
    void aTimeThatIsNoneIsNone(String micros) {
        assertThat(SystemdFeed.timeout(Map.of("WATCHDOG_USEC", micros), 42)).isEmpty();
    }

    @Test
    void withoutAnybodyToTellThereIsNoThread() {
        TerminalWatchdog watchdog = new TerminalWatchdog(Map.of(), 42, "", Duration.ofSeconds(30), () -> complaints);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("watchdog");
        watchdog.close();
    }

    @Test
    void aSocketNobodyReadsEndsNothing() {
        complaints = List.of();
        Map<String, String> environment =
                Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString(), "WATCHDOG_USEC", "300000");
        new TerminalWatchdog(environment, 42, "", Duration.ofSeconds(30), () -> complaints).close();
    }

    @Test
    void theKernelsDeviceIsOpenedWhenAllIsWellFedAndPutToSleepAtAnEndThatIsMeant() throws Exception {
        Path device = Files.createFile(folder.resolve("watchdog"));
        TerminalWatchdog watchdog =
                new TerminalWatchdog(Map.of(), 42, device.toString(), Duration.ofMillis(300), () -> complaints);
        assertThat(Files.size(device)).isZero();
        complaints = List.of();
        Await.until("it is fed", () -> size(device) > 3);
        complaints = List.of("no screens are served");
        long fed = settled(device);
        assertThat(fed).isPositive();
        watchdog.close();
        assertThat(Files.readString(device)).endsWith("V");
    }

    @Test
    void aDeviceThatIsNotThereEndsNothing() {
        complaints = List.of();
        new TerminalWatchdog(Map.of(), 42, folder.resolve("none").toString(), Duration.ofMillis(300), () -> complaints)
                .close();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void screensThatAreNotServedAreAComplaint() throws Exception {
        assertThat(health(List.of()).complaints()).containsExactly("no screens are served");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            assertThat(health(List.of(url)).complaints()).containsExactly(url + " does not answer");
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start(); // no page at all: a refusal is an answer
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        assertThat(health(List.of(url)).complaints()).isEmpty();
        server.stop(0);
        assertThat(health(List.of(url)).complaints()).containsExactly(url + " does not answer");
    }

    @Test
    void aStuckDeviceIsAComplaint() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        DeviceThread thread = new DeviceThread("stuck", () -> {
            try {
                enough.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Duration.ofSeconds(1);
        });
        thread.start();
        try {
            Await.until(
                    "it is noticed",
                    () -> new TerminalHealth(Duration.ofMillis(50), List::of)
                            .complaints()
                            .contains("device-stuck is stuck"));
        } finally {
            enough.countDown();
            thread.close();
        }
    }

    private static TerminalHealth health(List<String> urls) {
        return new TerminalHealth(Duration.ofMinutes(5), () -> urls);
    }

    private TerminalWatchdog withSystemd(String micros, long pid, String device) throws IOException {
        Path socket = folder.resolve("notify");
        String reader = "socket(S, PF_UNIX, SOCK_DGRAM, 0) && bind(S, sockaddr_un($ARGV[0])) or die;"
                + " while (defined recv(S, $m, 4096, 0)) { open(F, '>>', $ARGV[1]); print F \"$m\\n\"; close(F) }";
        systemd = new ProcessBuilder("perl", "-MSocket", "-e", reader, socket.toString(), said().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("somebody listens", () -> Files.exists(socket));
        return new TerminalWatchdog(
                Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", micros),
                pid,
                device,
                Duration.ofSeconds(30),
                () -> complaints);
    }

    private Path said() {
        return folder.resolve("said");
    }

    private String told() {
        try {
            return Files.exists(said()) ? Files.readString(said()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String what) {
        return (told().length() - told().replace(what, "").length()) / what.length();
    }

    /** Waits until longer than systemd would, nothing was said any more. */
    private void awaitQuiet() {
        long[] last = {count("WATCHDOG=1"), System.nanoTime()};
        Await.until("it is not fed any more", () -> {
            long now = count("WATCHDOG=1");
            if (now != last[0]) {
                last[0] = now;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > TimeUnit.MILLISECONDS.toNanos(600);
        });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long settled(Path file) {
        long[] last = {size(file), System.nanoTime()};
        Await.until("it is not fed any more", () -> {
            long now = size(file);
            if (now != last[0]) {
                last[0] = now;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > TimeUnit.MILLISECONDS.toNanos(600);
        });
        return last[0];
    }
}
