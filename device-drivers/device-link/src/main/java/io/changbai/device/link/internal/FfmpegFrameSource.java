package io.changbai.device.link.internal;

import io.changbai.device.link.FrameSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Cameras that ffmpeg reads: it sends JPEG frames down a pipe, and nothing but that pipe ever holds a frame. It is a
 * process per open camera, ended and reaped with it.
 */
public final class FfmpegFrameSource implements FrameSource {

    /** Debian's package and program. */
    static final String TOOL = "ffmpeg";

    private static final int ANSWER_MILLIS = 500;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    /** The boundary ffmpeg's mpjpeg writes between pictures. */
    private static final String BOUNDARY = "ffmpeg";

    private static final List<String> QUIET =
            List.of("-nostdin", "-hide_banner", "-nostats", "-loglevel", "error", "-fflags", "nobuffer");
    private static final List<String> OUTPUT = List.of(
            "-map",
            "0:v:0",
            "-an",
            "-sn",
            "-dn",
            "-threads",
            "1",
            "-c:v",
            "mjpeg",
            "-pix_fmt",
            "yuvj420p",
            "-q:v",
            "4",
            "-flush_packets",
            "1",
            "-f",
            "mpjpeg",
            "pipe:1");

    private final Supplier<Optional<Path>> program;

    public FfmpegFrameSource() {
        this(FfmpegFrameSource::find);
    }

    FfmpegFrameSource(Supplier<Optional<Path>> program) {
        this.program = program;
    }

    @Override
    public Frames open(String uri) throws IOException {
        CameraUri camera = CameraUri.parse(uri);
        Path ffmpeg = program.get().orElseThrow(() -> new IOException(TOOL + " is not installed"));
        ProcessBuilder builder = new ProcessBuilder(command(ffmpeg, camera));
        // FFREPORT would make it write to disk; nothing else of our environment is its business either
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.directory(Path.of("/").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return new MultipartFrames(new PipeBytes(builder.start()), BOUNDARY);
    }

    private static List<String> command(Path ffmpeg, CameraUri camera) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            // a terminal that is killed must not leave a process behind that holds the camera
            words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        words.add(ffmpeg.toString());
        words.addAll(QUIET);
        words.addAll(camera.input());
        words.addAll(OUTPUT);
        return words;
    }

    /** A device node or file that can be read, or a network camera that takes a connection. */
    @Override
    public boolean answers(String uri) {
        CameraUri camera = CameraUri.parse(uri);
        if (camera instanceof CameraUri.Network network) {
            return connects(network);
        } else if (camera instanceof CameraUri.Device device) {
            return Files.isReadable(Path.of(device.path()));
        }
        return Files.isReadable(Path.of(((CameraUri.Recording) camera).path()));
    }

    private static boolean connects(CameraUri.Network network) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(network.address().getHost(), network.port()), ANSWER_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<String> missingTool(String uri) {
        CameraUri.parse(uri);
        return program.get().isPresent() ? Optional.empty() : Optional.of(TOOL);
    }

    /** Looked for anew each time: it may be installed while the terminal runs. */
    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/bin", "/bin"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
