package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.changbai.device.api.Availability;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.CaptureResult.Captured;
import io.changbai.device.link.internal.UriFrameSource;
import io.changbai.face.camera.internal.engine.EngineTimes;
import io.changbai.face.camera.internal.engine.NastyEngine;
import io.changbai.face.camera.internal.engine.NoEngine;
import io.changbai.face.camera.internal.engine.ProcessFaceEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a capture nothing of any picture is left: not in a live object, not in a file. */
@Timeout(180)
class NothingKeptTest {

    private static final long LARGEST_FILE = 32L * 1024 * 1024;

    @TempDir
    Path folder;

    private final byte[] turned = MarkedCamera.markTurnedOver();
    private final Instant begun = Instant.now().minusSeconds(2);
    private Process far;
    private String uri;
    private StreamFaceCamera camera;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        far = new ProcessBuilder(
                        java, "-Djava.awt.headless=true", "-cp", "target/test-classes", MarkedCamera.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        uri = "http://127.0.0.1:" + far.inputReader().readLine() + "/";
    }

    @AfterEach
    void stop() {
        camera.close();
        far.destroyForcibly();
    }

    @Test
    void noLiveObjectAndNoFileHoldsAnythingOfAPictureAfterItsCapture() throws Exception {
        ProcessFaceEngine engine =
                new ProcessFaceEngine(NastyEngine.command("notChecked"), EngineTimes.STANDARD, new SteadyClock());
        camera = Cameras.judged(new UriFrameSource(), uri, engine, Cameras.rules(false));
        Captured captured = (Captured) capture();
        assertThat(marksInLiveObjects("held"))
                .as("the search finds a picture that is held")
                .isPositive();
        captured.image().wipe();
        assertThat(marksInLiveObjects("wiped")).isZero();
        assertThat(filesWithMarks()).isEmpty();
    }

    @Test
    void noLiveObjectHoldsAnythingWhenTheCaptureEndedWithoutAPicture() throws Exception {
        ProcessFaceEngine engine =
                new ProcessFaceEngine(NastyEngine.command("spoof"), EngineTimes.STANDARD, new SteadyClock());
        camera = Cameras.judged(new UriFrameSource(), uri, engine, Cameras.rules(false));
        assertThat(capture()).isInstanceOf(CaptureResult.NotLive.class);
        assertThat(marksInLiveObjects("refused")).isZero();
        assertThat(filesWithMarks()).isEmpty();
    }

    @Test
    void takesNoPictureWhereMemoryCouldBeWrittenToADisk() throws Exception {
        Path proc = Files.createDirectories(folder.resolve("proc"));
        Files.writeString(proc.resolve("swaps"), "Filename Type Size\n/swapfile file 100\n");
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("self/cgroup"), "0::/\n");
        WatchedSource source = new WatchedSource(new UriFrameSource());
        StreamFaceCamera.Settings settings =
                new StreamFaceCamera.Settings(uri, Duration.ofMillis(100), Cameras.rules(false), false);
        Swap swap = new Swap(proc, folder);
        camera = new StreamFaceCamera(source, settings, new NoEngine(), swap, new SteadyClock());
        assertThat(capture()).isEqualTo(new CaptureResult.Failed(CameraFaults.SWAP));
        await(() -> camera.status().faults().contains(CameraFaults.SWAP));
        assertThat(camera.status().availability()).isEqualTo(Availability.HARDWARE_ERROR);
        assertThat(source.frames).isEmpty();
        Files.writeString(proc.resolve("swaps"), "Filename Type Size\n");
        await(() -> camera.status().canServe());
        assertThat(capture()).isInstanceOf(Captured.class);
    }

    private CaptureResult capture() throws Exception {
        return camera.capture("consent", Duration.ofSeconds(60), guidance -> {})
                .result()
                .toCompletableFuture()
                .get(90, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private int marksInLiveObjects(String name) throws IOException {
        Path dump = folder.resolve(name + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        int marks = marks(dump);
        Files.delete(dump);
        return marks;
    }

    /** Files written since this test began, where a careless program would leave something. */
    private List<Path> filesWithMarks() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place :
                List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"), folder, Path.of("."))) {
            try (Stream<Path> files = Files.walk(place, 4)) {
                files.filter(this::isNew).filter(this::hasMarks).forEach(found::add);
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(FileSystemException.class); // gone, or not ours to read
            }
        }
        return found;
    }

    private boolean isNew(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.isReadable(file)
                    && Files.size(file) < LARGEST_FILE
                    && Files.getLastModifiedTime(file).compareTo(FileTime.from(begun)) > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean hasMarks(Path file) {
        try {
            return marks(file) > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private int marks(Path file) throws IOException {
        int found = 0;
        int matched = 0;
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(part); count > 0; count = in.read(part)) {
                for (int i = 0; i < count; i++) {
                    matched = (byte) ~part[i] == turned[matched] ? matched + 1 : (byte) ~part[i] == turned[0] ? 1 : 0;
                    if (matched == 32) { // half a mark is a piece of a picture too
                        found++;
                        matched = 0;
                    }
                }
            }
        }
        Arrays.fill(part, (byte) 0);
        return found;
    }
}
