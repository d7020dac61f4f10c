package io.changbai.face.camera.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.link.FrameSource;
import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * A camera that sends a stream of pictures. The stream is opened for one capture and closed behind it; between captures it
 * is only asked whether it is there.
 */
@Component(
        service = {Device.class, FaceCamera.class},
        configurationPid = "changbai.face-camera",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StreamFaceCamera.Config.class)
public final class StreamFaceCamera implements FaceCamera {

    @ObjectClassDefinition(name = "Face camera")
    @interface Config {
        @AttributeDefinition(description = "Where the camera sends MJPEG: http://<host>:<port>/<path>.")
        String channel() default "http://127.0.0.1:8081/stream";

        @AttributeDefinition(
                description = "Seconds between two looks whether the camera is still there.",
                min = "1",
                max = "300")
        int look_seconds() default 5;
    }

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "CAM-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers at the camera's address, or it sends no pictures; check cable and channel.");

    private static final Logger LOG = LoggerFactory.getLogger(StreamFaceCamera.class);
    private static final String ID = "face-camera";

    private final FrameSource source;
    private final String uri;
    private final Duration rest;
    private final Clock clock;
    private final StatusBoard board;
    private final DeviceThread thread;
    private boolean down;

    @Activate
    public StreamFaceCamera(@Reference FrameSource source, Config config) {
        this(source, config.channel(), Duration.ofSeconds(config.look_seconds()), new SteadyClock());
    }

    StreamFaceCamera(FrameSource source, String uri, Duration rest, Clock clock) {
        this.source = source;
        this.uri = uri;
        this.rest = rest;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
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

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<CaptureResult> capture(String consentId, Duration patience) {
        return thread.submit(new CaptureResult.Cancelled(), cancellation -> capture(consentId, patience, cancellation));
    }

    private CaptureResult capture(String consentId, Duration patience, DeviceThread.Cancellation cancellation) {
        LOG.info("{}: capture for consent {}", ID, consentId);
        Instant deadline = clock.instant().plus(patience);
        board.look(Availability.BUSY, List.of(), List.of());
        try (Frames frames = source.open(uri)) {
            return new Capture(frames, clock, deadline, cancellation).run();
        } catch (IOException e) {
            show(false, e.getMessage());
            return new CaptureResult.Failed(NO_DEVICE);
        }
    }

    private Duration look() {
        show(source.answers(uri), "no answer");
        return down ? Duration.ofSeconds(1) : rest;
    }

    private void show(boolean there, String why) {
        board.look(
                there ? Availability.ONLINE : Availability.NO_DEVICE,
                there ? List.of() : List.of(NO_DEVICE),
                List.of());
        if (there == down) {
            down = !there;
            LOG.info("{}: {} on {}", ID, there ? "answers" : "not there (" + why + ")", uri);
        }
    }
}
