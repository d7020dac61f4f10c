package io.changbai.qr.scanner.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.CodePictures;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.link.FrameSource;
import io.changbai.device.link.FrameSource.Frames;
import io.changbai.qr.scanner.internal.picture.WarmUp;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A camera that reads codes, for terminals without a scanner; a scanner beside it is preferred (service ranking). The stream
 * is open during a scan only, and no frame outlives the look at it. Between scans the camera is only asked whether it is there.
 */
@Component(
        service = {Device.class, QrScanner.class},
        configurationPid = "changbai.qr-camera",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "service.ranking:Integer=-10")
@Designate(ocd = CameraQrScanner.Config.class)
public final class CameraQrScanner implements QrScanner {

    @ObjectClassDefinition(name = "QR camera")
    @interface Config {
        @AttributeDefinition(
                description =
                        "Where the camera is: http://<host>:<port>/<path> that sends MJPEG, v4l2:/dev/video<n>, stream:<address> or file:<recording>.")
        String channel() default "http://127.0.0.1:8081/stream";

        @AttributeDefinition(
                description = "Seconds between two looks whether the camera is still there.",
                min = "1",
                max = "300")
        int look_seconds() default 5;

        @AttributeDefinition(
                description = "Seconds without a picture during a scan until the camera counts as stuck.",
                min = "2",
                max = "60")
        int stall_seconds() default 5;
    }

    /**
     * What is configured.
     *
     * @param rest between two looks
     * @param stall without a picture until the camera counts as stuck
     */
    record Settings(String uri, Duration rest, Duration stall) {}

    private static final String ID = "qr-camera";

    private final FrameSource source;
    private final CodePictures pictures;
    private final Settings settings;
    private final Clock clock;
    private final Debounce debounce;
    private final StatusBoard board;
    private final Connection<AutoCloseable> connection;
    private final DeviceThread thread;
    private final WarmUp warmUp = new WarmUp();
    private boolean warm;
    private boolean stuck;

    @Activate
    public CameraQrScanner(@Reference FrameSource source, @Reference CodePictures pictures, Config config) {
        this(
                source,
                pictures,
                new Settings(
                        config.channel(),
                        Duration.ofSeconds(config.look_seconds()),
                        Duration.ofSeconds(config.stall_seconds())),
                new SteadyClock());
    }

    CameraQrScanner(FrameSource source, CodePictures pictures, Settings settings, Clock clock) {
        source.missingTool(settings.uri()); // refuses a malformed address before anything starts
        this.source = source;
        this.pictures = pictures;
        this.settings = settings;
        this.clock = clock;
        this.debounce = new Debounce(clock);
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, settings.uri(), ScannerFaults.NO_CAMERA, board, clock, this::findCamera);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        warmUp.close();
        connection.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.QR_SCANNER;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DISARMS);
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<ScanResult> scan(Duration patience) {
        return thread.submit(new ScanResult.Cancelled(), cancellation -> scan(patience, cancellation));
    }

    private ScanResult scan(Duration patience, DeviceThread.Cancellation cancellation) {
        if (source.missingTool(settings.uri()).isPresent()) {
            return new ScanResult.Failed(ScannerFaults.NO_FFMPEG);
        }
        board.look(Availability.BUSY, standing(), List.of());
        try (Frames frames = source.open(settings.uri())) {
            ScanResult result = new CameraScan(frames, pictures.watch(), debounce, clock, settings.stall())
                    .run(patience, cancellation);
            stuck = result.equals(new ScanResult.Failed(ScannerFaults.NO_PICTURES));
            board.look(Availability.ONLINE, standing(), List.of());
            return result;
        } catch (IOException e) {
            connection.lost(e);
            return new ScanResult.Failed(ScannerFaults.NO_CAMERA);
        }
    }

    private Duration look() {
        if (source.missingTool(settings.uri()).isPresent()) {
            board.look(Availability.HARDWARE_ERROR, List.of(ScannerFaults.NO_FFMPEG), List.of());
            return settings.rest();
        }
        if (connection.isOpen() && !source.answers(settings.uri())) {
            connection.lost(new IOException("no answer"));
        }
        if (connection.openWhenDue().isEmpty()) {
            return connection.untilNextTry();
        }
        board.look(Availability.ONLINE, standing(), List.of());
        warmUpOnce();
        return settings.rest();
    }

    /** Not before the camera is there: until then everything else has better use of the processor. */
    private void warmUpOnce() {
        if (!warm) {
            warm = true;
            warmUp.start();
        }
    }

    /** What stays wrong until a scan shows that it is mended. */
    private List<DeviceFault> standing() {
        return stuck ? List.of(ScannerFaults.NO_PICTURES) : List.of();
    }

    /** No picture is taken and no stream begun. */
    private AutoCloseable findCamera() throws IOException {
        if (!source.answers(settings.uri())) {
            throw new IOException("no answer");
        }
        return () -> {};
    }
}
