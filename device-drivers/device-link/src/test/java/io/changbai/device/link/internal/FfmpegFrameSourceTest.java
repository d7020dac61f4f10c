package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cameras read by ffmpeg, and by programs in its place that do what ffmpeg does on its worst days. */
@Timeout(60)
class FfmpegFrameSourceTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final FfmpegFrameSource source = new FfmpegFrameSource();

    @Test
    void saysWhichProgramIsMissing() {
        FfmpegFrameSource without = new FfmpegFrameSource(Optional::empty);
        assertThat(without.missingTool("v4l2:/dev/video0")).contains("ffmpeg");
        assertThatThrownBy(() -> without.open("v4l2:/dev/video0"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ffmpeg is not installed");
        assertThatThrownBy(() -> without.missingTool("v4l2:/etc/x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.missingTool("v4l2:/dev/video0"))
                .as("tests need Debian's ffmpeg; nothing is skipped without it")
                .isEmpty();
    }

    @Test
    void saysWhatTheDeviceThatIsNotThereAnswers() throws Exception {
        assertThat(source.answers("v4l2:/dev/video-of-nobody")).isFalse();
        try (Frames frames = source.open("v4l2:/dev/video-of-nobody")) {
            assertThatThrownBy(() -> frames.next(SOON))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No such file");
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void aFileThatIsNoRecordingIsNoCamera() throws Exception {
        Path file = Files.write(folder.resolve("a.mp4"), new byte[5000]);
        assertThat(source.answers("file:" + file)).isTrue();
        try (Frames frames = source.open("file:" + file)) {
            assertThatThrownBy(() -> frames.next(SOON)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aNetworkCameraThatNeverAnswersIsWaitedForAndLetGo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String uri = "stream:http://127.0.0.1:" + silent.getLocalPort() + "/video";
            assertThat(source.answers(uri)).isTrue();
            try (Frames frames = source.open(uri)) {
                assertThatThrownBy(() -> frames.next(SHORT)).isInstanceOf(SocketTimeoutException.class);
                assertThat(children()).hasSize(1);
            }
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void picturesBeyondFourMegabytesAreRefused() throws Exception {
        try (Frames frames = fake("printf -- '--ffmpeg\\r\\nContent-length: 4194305\\r\\n\\r\\n'; exec sleep 60")) {
            assertThatThrownBy(() -> frames.next(SOON)).hasMessageContaining("4194305");
        }
    }

    @Test
    void garbageWithoutEndIsRefused() throws Exception {
        try (Frames frames = fake("exec cat /dev/urandom")) {
            assertThatThrownBy(() -> frames.next(SOON)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void complaintsWithoutEndBlockNobody() throws Exception {
        String complaining =
                "i=0; while [ $i -lt 4000 ]; do echo 'a frame is broken, a frame is broken' >&2; i=$((i+1)); done; ";
        try (Frames frames =
                fake(complaining + "printf -- '--ffmpeg\\r\\nContent-length: 2\\r\\n\\r\\nok'; exec sleep 60")) {
            assertThat(frames.next(SOON)).containsExactly('o', 'k');
        }
    }

    @Test
    void aChildThatIgnoresBeingAskedToEndIsKilledAndReaped() throws Exception {
        List<ProcessHandle> running;
        try (Frames frames = fake("trap '' TERM INT PIPE; while :; do sleep 0.05; done")) {
            assertThatThrownBy(() -> frames.next(SHORT)).isInstanceOf(SocketTimeoutException.class);
            running = children();
            assertThat(running).isNotEmpty();
        }
        assertThat(running).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void isKilledAlsoWhenItsDriverIsInterrupted() throws Exception {
        Frames frames = fake("exec sleep 60");
        Thread.currentThread().interrupt();
        frames.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(children()).isEmpty();
    }

    @Test
    void aCameraPulledInTheMiddleOfAPictureEndsTheStream() throws Exception {
        try (Frames frames = fake("printf -- '--ffmpeg\\r\\nContent-length: 5000\\r\\n\\r\\nhalf'")) {
            assertThatThrownBy(() -> frames.next(SOON)).hasMessageContaining("ended");
        }
    }

    @Test
    void aLooseCableLeavesNoProcessNoFileAndNoThreadBehind() throws Exception {
        int storm = Integer.getInteger("changbai.storm", 50);
        String picture = "printf -- '--ffmpeg\\r\\nContent-length: 2\\r\\n\\r\\nok\\r\\n'";
        plugged(picture);
        long files = openFiles();
        for (int i = 0; i < storm; i++) {
            plugged(i % 2 == 0 ? picture : picture + "; exec sleep 60"); // pulled, or closed by us
        }
        assertThat(openFiles()).isLessThanOrEqualTo(files + 2);
        assertThat(children()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().contains("ffmpeg"))
                .isEmpty();
    }

    private void plugged(String script) throws Exception {
        try (Frames frames = fake(script)) {
            assertThat(frames.next(SOON)).containsExactly('o', 'k');
        }
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    @Test
    void readsRecordingsOfAllThreeKindsWithoutEnd() throws Exception {
        for (String kind : new String[] {"mjpeg", "y4m", "mp4"}) {
            Path file = recording(kind);
            try (Frames frames = source.open("file:" + file)) {
                for (int i = 0; i < 5; i++) { // the recording has three pictures
                    byte[] frame = frames.next(SOON);
                    assertThat(frame).as(kind).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
                    Arrays.fill(frame, (byte) 0);
                }
            }
            assertThat(children()).isEmpty();
        }
    }

    @Test
    void writesNoFile() throws Exception {
        Path file = recording("mjpeg");
        try (Frames frames = source.open("file:" + file)) {
            frames.next(SOON);
            Path fds = Path.of("/proc/" + children().get(0).pid() + "/fd");
            try (var open = Files.list(fds)) {
                for (Path fd : open.toList()) {
                    String target = Files.readSymbolicLink(fd).toString();
                    assertThat(target).matches("pipe:.*|/dev/null|anon_inode.*|" + file);
                }
            }
        }
    }

    private Path recording(String kind) throws Exception {
        Path file = folder.resolve("faces." + kind);
        Process made = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=320x240:rate=15",
                        "-frames:v",
                        "3",
                        "-pix_fmt",
                        "yuvj420p",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
        return file;
    }

    /** A camera read by a shell script instead of ffmpeg. */
    private Frames fake(String script) throws IOException {
        Path program = folder.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new FfmpegFrameSource(() -> Optional.of(program)).open("v4l2:/dev/video0");
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
