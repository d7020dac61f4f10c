package io.changbai.face.camera.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.link.FrameSource;
import io.changbai.device.link.FrameSource.Frames;
import io.changbai.face.camera.internal.engine.EngineTimes;
import io.changbai.face.camera.internal.engine.FaceEngine;
import io.changbai.face.camera.internal.engine.NoEngine;
import io.changbai.face.camera.internal.engine.ProcessFaceEngine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera that sends a stream of pictures, and an engine that judges them. The stream is opened for one capture and closed
 * behind it; between captures the camera is only asked whether it is there.
 */
@Component(
        service = {Device.class, FaceCamera.class},
        configurationPid = "changbai.face-camera",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StreamFaceCamera.Config.class)
public final class StreamFaceCamera implements FaceCamera {

    @ObjectClassDefinition(name = "Face camera")
    @interface Config {
        @AttributeDefinition(
                description =
                        "The camera: http://<host>:<port>/<path> (MJPEG), v4l2:/dev/video0?size=1280x720&fps=15, stream:rtsp://…, stream:http://… or file:/<recording>.")
        String channel() default "http://127.0.0.1:8081/stream";

        @AttributeDefinition(
                description = "Seconds between two looks whether the camera is still there.",
                min = "1",
                max = "300")
        int look_seconds() default 5;

        @AttributeDefinition(
                description =
                        "Program and arguments of the face engine (docs/protocols/face-engine.md), one list entry per word, never read by a shell; empty for none, then pictures are neither scored nor checked for life.")
        String[] engine_command() default {};

        @AttributeDefinition(
                description =
                        "Whether a face that nobody checked for life is refused. The reference engine checks nobody, so true needs a vendor's engine.")
        boolean liveness_required() default false;

        @AttributeDefinition(
                description =
                        "What a picture needs at least, <component>=<0 to 100> in OFIQ's names; 37 of InterEyeDistance is 60 pixels. What the engine does not judge cannot fail.")
        String[] quality_minimum() default {
            "SingleFacePresent=80",
            "InterEyeDistance=37",
            "UnderExposurePrevention=50",
            "OverExposurePrevention=50",
            "LuminanceMean=30",
            "DynamicRange=30",
            "Sharpness=25",
            "EyesVisible=50",
            "HeadPoseYaw=50",
            "HeadPosePitch=50",
            "HeadPoseRoll=85"
        };

        @AttributeDefinition(
                description = "Seconds without a usable picture until the camera counts as stuck.",
                min = "2",
                max = "60")
        int stall_seconds() default 5;

        @AttributeDefinition(
                description =
                        "Whether pictures are taken although this machine can swap memory to a disk; a terminal in a lobby sets false.")
        boolean swap_allowed() default true;
    }

    /**
     * What is configured.
     *
     * @param rest between two looks
     */
    record Settings(String uri, Duration rest, CaptureRules rules, boolean swapAllowed) {}

    private static final Logger LOG = LoggerFactory.getLogger(StreamFaceCamera.class);
    private static final String ID = "face-camera";

    private final FrameSource source;
    private final Settings settings;
    private final FaceEngine engine;
    private final Swap swap;
    private final Clock clock;
    private final StatusBoard board;
    private final Connection<AutoCloseable> connection;
    private final DeviceThread thread;
    private boolean stuck;
    private DeviceFault unfit;

    @Activate
    public StreamFaceCamera(@Reference FrameSource source, Config config) {
        this(source, settings(source, config), engine(config.engine_command()), new Swap(), new SteadyClock());
    }

    StreamFaceCamera(FrameSource source, Settings settings, FaceEngine engine, Swap swap, Clock clock) {
        this.source = source;
        this.settings = settings;
        this.engine = engine;
        this.swap = swap;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, settings.uri(), CameraFaults.NO_DEVICE, board, clock, this::findCamera);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    private static Settings settings(FrameSource source, Config config) {
        source.missingTool(config.channel()); // refuses a malformed address before anything starts
        QualityGate gate = new QualityGate(config.quality_minimum());
        Duration stall = Duration.ofSeconds(config.stall_seconds());
        return new Settings(
                config.channel(),
                Duration.ofSeconds(config.look_seconds()),
                new CaptureRules(gate, config.liveness_required(), stall),
                config.swap_allowed());
    }

    private static FaceEngine engine(String... command) {
        return command.length == 0
                ? new NoEngine()
                : new ProcessFaceEngine(List.of(command), EngineTimes.STANDARD, new SteadyClock());
    }

    @Deactivate
    void close() {
        thread.close();
        engine.close();
        connection.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FACE_CAMERA;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    /** Cameras say nothing of themselves over these channels; what judges their pictures does. */
    @Override
    public DeviceInformation information() {
        return new DeviceInformation("", engine.name(), "");
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        if (engine.condition() == FaceEngine.Condition.WORKS) {
            capabilities.add(Capability.SCORES_FACES);
            if (engine.checksLiveness()) {
                capabilities.add(Capability.CHECKS_LIVENESS);
            }
        }
        return Set.copyOf(capabilities);
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<CaptureResult> capture(String consentId, Duration patience, Consumer<Guidance> guidance) {
        if (consentId == null || consentId.isBlank()) {
            throw new IllegalArgumentException("a face is captured for a consent only");
        }
        return thread.submit(new CaptureResult.Cancelled(), cancellation -> {
            LOG.info("{}: capture for consent {}", ID, consentId);
            return capture(patience, guidance, cancellation);
        });
    }

    private CaptureResult capture(Duration patience, Consumer<Guidance> guidance, Cancellation cancellation) {
        Optional<DeviceFault> reason = unfit();
        if (reason.isPresent()) {
            return new CaptureResult.Failed(reason.get());
        }
        board.look(Availability.BUSY, standing(), List.of());
        engine.prepare();
        try (Frames frames = source.open(settings.uri())) {
            SteadyGuidance steady = new SteadyGuidance(clock, guidance);
            CaptureResult result =
                    new FaceSession(frames, engine, settings.rules(), clock, steady).run(patience, cancellation);
            stuck = result.equals(new CaptureResult.Failed(CameraFaults.NO_PICTURES));
            return result;
        } catch (IOException e) {
            connection.lost(e);
            return new CaptureResult.Failed(CameraFaults.NO_DEVICE);
        } finally {
            engine.forget();
        }
    }

    private Duration look() {
        engine.rest();
        Optional<DeviceFault> reason = unfit();
        if (reason.isPresent()) {
            board.look(Availability.HARDWARE_ERROR, List.of(reason.get()), List.of());
            tell(reason.get());
            return settings.rest();
        }
        unfit = null;
        boolean wasOpen = connection.isOpen();
        if (wasOpen && !source.answers(settings.uri())) {
            connection.lost(new IOException("no answer"));
        }
        if (connection.openWhenDue().isEmpty()) {
            return connection.untilNextTry();
        }
        board.look(Availability.ONLINE, standing(), List.of());
        return settings.rest();
    }

    /** What keeps us from taking a picture, whatever the camera does. */
    private Optional<DeviceFault> unfit() {
        if (source.missingTool(settings.uri()).isPresent()) {
            return Optional.of(CameraFaults.NO_FFMPEG);
        }
        return settings.swapAllowed() || !swap.isPossible() ? Optional.empty() : Optional.of(CameraFaults.SWAP);
    }

    private void tell(DeviceFault reason) {
        if (!reason.equals(unfit)) {
            unfit = reason;
            LOG.warn("{}: out of order: {} {}", ID, reason.code(), reason.text());
        }
    }

    /** What stays wrong until a capture shows that it is mended. */
    private List<DeviceFault> standing() {
        if (stuck) {
            return List.of(CameraFaults.NO_PICTURES);
        }
        return engine.condition() == FaceEngine.Condition.FAILS ? List.of(CameraFaults.ENGINE) : List.of();
    }

    /** No picture is taken and no stream begun: somebody could stand before it who agreed to nothing. */
    private AutoCloseable findCamera() throws IOException {
        if (!source.answers(settings.uri())) {
            throw new IOException("no answer");
        }
        return () -> {};
    }
}
