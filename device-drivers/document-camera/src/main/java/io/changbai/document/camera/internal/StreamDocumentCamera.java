package io.changbai.document.camera.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.page.DocumentCamera;
import io.changbai.device.api.page.PageResult;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.link.FrameSource;
import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
 * A camera over a dark mat. Its stream is opened for one capture of one visit and closed behind it; between captures it is
 * only asked whether it is there.
 */
@Component(
        service = {Device.class, DocumentCamera.class},
        configurationPid = "changbai.document-camera",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StreamDocumentCamera.Config.class)
public final class StreamDocumentCamera implements DocumentCamera {

    @ObjectClassDefinition(name = "Document camera")
    @interface Config {
        @AttributeDefinition(
                description =
                        "Where the camera is: http://<host>:<port>/<path> for MJPEG, v4l2:/dev/video<n>?size=<w>x<h>, or another form of FrameSource.")
        String channel() default "v4l2:/dev/video2?size=2592x1944&fps=5";

        @AttributeDefinition(
                description = "Seconds between two looks whether the camera is still there.",
                min = "1",
                max = "300")
        int look_seconds() default 5;

        @AttributeDefinition(
                description =
                        "Frames of more pixels are not decoded; each million takes 3 MB of memory during a capture.",
                min = "300000",
                max = "8300000")
        int most_pixels() default 5_100_000;

        @AttributeDefinition(
                description =
                        "Least sharpness of a page in percent: the variance of its Laplacian as a share of the variance of its brightness.",
                min = "0",
                max = "100")
        int sharpness_minimum() default 4;

        @AttributeDefinition(
                description = "Most pixels of a page's longer edge; 2480 is A4 with 212 dots per inch.",
                min = "800",
                max = "3508")
        int long_edge() default 2_480;
    }

    private static final Logger LOG = LoggerFactory.getLogger(StreamDocumentCamera.class);
    private static final String ID = "document-camera";

    private final FrameSource source;
    private final String uri;
    private final Duration rest;
    private final PageRules rules;
    private final Clock clock;
    private final StatusBoard board;
    private final Connection<AutoCloseable> connection;
    private final DeviceThread thread;
    private boolean noPictures;

    @Activate
    public StreamDocumentCamera(@Reference FrameSource source, Config config) {
        this(
                source,
                config.channel(),
                Duration.ofSeconds(config.look_seconds()),
                new PageRules(
                        config.most_pixels(),
                        config.sharpness_minimum(),
                        config.long_edge(),
                        PageRules.STANDARD.bytes(),
                        PageRules.STANDARD.stall()),
                new SteadyClock());
    }

    StreamDocumentCamera(FrameSource source, String uri, Duration rest, PageRules rules, Clock clock) {
        source.missingTool(uri); // refuses a malformed address before anything starts
        this.source = source;
        this.uri = uri;
        this.rest = rest;
        this.rules = rules;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, uri, CameraFaults.NO_DEVICE, board, clock, this::find);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        connection.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_CAMERA;
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
    public DeviceCommand<PageResult> capture(VisitToken visit, Duration patience) {
        Objects.requireNonNull(visit, "a page is captured for a visit only");
        return thread.submit(new PageResult.Cancelled(), cancellation -> capture(visit, patience, cancellation));
    }

    private PageResult capture(VisitToken visit, Duration patience, Cancellation cancellation) {
        if (!visit.isLive()) {
            return new PageResult.Cancelled();
        } else if (source.missingTool(uri).isPresent()) {
            return new PageResult.Failed(CameraFaults.NO_TOOL);
        }
        LOG.info("{}: capture for visit {}", ID, visit.visitId());
        board.look(Availability.BUSY, standing(), List.of());
        try (Frames frames = source.open(uri)) {
            PageResult result = new PageSession(frames, rules, clock).run(visit, patience, cancellation);
            noPictures = result.equals(new PageResult.Failed(CameraFaults.NO_PICTURES));
            return result;
        } catch (IOException e) {
            connection.lost(e);
            return new PageResult.Failed(CameraFaults.NO_DEVICE);
        }
    }

    private Duration look() {
        if (source.missingTool(uri).isPresent()) {
            board.look(Availability.HARDWARE_ERROR, List.of(CameraFaults.NO_TOOL), List.of());
            return rest;
        }
        if (connection.isOpen() && !source.answers(uri)) {
            connection.lost(new IOException("no answer"));
        }
        if (connection.openWhenDue().isEmpty()) {
            noPictures = false; // whoever comes back starts anew
            return connection.untilNextTry();
        }
        board.look(Availability.ONLINE, standing(), List.of());
        return rest;
    }

    private List<DeviceFault> standing() {
        return noPictures ? List.of(CameraFaults.NO_PICTURES) : List.of();
    }

    /** Nothing is opened between captures: a camera whose stream is open may be looking. */
    private AutoCloseable find() throws IOException {
        if (!source.answers(uri)) {
            throw new IOException("no answer");
        }
        return () -> {};
    }
}
