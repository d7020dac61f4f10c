package io.changbai.qr.scanner.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Backoff;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.link.Channels;
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
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial scanner module that is triggered by command. Between scans its eye is closed and its bytes are thrown away. */
@Component(
        service = {Device.class, QrScanner.class},
        configurationPid = "changbai.qr-scanner",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SerialQrScanner.Config.class)
public final class SerialQrScanner implements QrScanner {

    @ObjectClassDefinition(name = "QR scanner")
    @interface Config {
        @AttributeDefinition(
                description = "Where the scanner is: serial:/dev/<port>?baud=<speed> or tcp://<host>:<port>.")
        String channel() default "serial:/dev/ttyACM0?baud=115200";

        @AttributeDefinition(
                description = "The make of scanner, which decides its commands.",
                options = @Option(label = "Honeywell serial modules", value = "honeywell"))
        String profile() default "honeywell";

        @AttributeDefinition(description = "What the scanner puts behind each code.")
        Suffix suffix() default Suffix.CR;

        @AttributeDefinition(
                description = "Seconds between two questions whether the scanner is still there, while nobody scans.",
                min = "1",
                max = "600")
        int heartbeat_seconds() default 30;
    }

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "QRS-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "Nothing answers on the scanner's channel; check cable, power, channel and speed.");

    private static final Logger LOG = LoggerFactory.getLogger(SerialQrScanner.class);
    private static final String ID = "qr-scanner";
    /** Bytes that come while nobody scans are thrown away this often; an unplugged cable is noticed as soon. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final int MISSES = 3;

    private final Channels channels;
    private final String uri;
    private final ScannerProfile profile;
    private final Suffix suffix;
    private final Duration heartbeat;
    private final Clock clock;
    private final Backoff backoff;
    private final Debounce debounce;
    private final StatusBoard board;
    private final DeviceThread thread;
    private ScannerLink link;
    private Instant nextHeartbeat = Instant.MIN;
    private boolean down;

    @Activate
    public SerialQrScanner(@Reference Channels channels, Config config) {
        this(
                channels,
                config.channel(),
                ScannerProfile.named(config.profile()),
                config.suffix(),
                Duration.ofSeconds(config.heartbeat_seconds()),
                new SteadyClock());
    }

    SerialQrScanner(
            Channels channels, String uri, ScannerProfile profile, Suffix suffix, Duration heartbeat, Clock clock) {
        this.channels = channels;
        this.uri = uri;
        this.profile = profile;
        this.suffix = suffix;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.backoff = new Backoff(clock);
        this.debounce = new Debounce(clock);
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        if (link != null) {
            link.close();
        }
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
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<ScanResult> scan(Duration patience) {
        return thread.submit(new ScanResult.Cancelled(), cancellation -> scan(patience, cancellation));
    }

    private ScanResult scan(Duration patience, DeviceThread.Cancellation cancellation) {
        if (link == null) {
            open();
        }
        if (link == null) {
            return new ScanResult.Failed(NO_DEVICE);
        }
        board.look(Availability.BUSY, List.of(), List.of());
        try {
            ScanResult result = new Scan(link, profile, debounce, clock).run(patience, cancellation);
            board.look(Availability.ONLINE, List.of(), List.of());
            return result;
        } catch (IOException e) {
            gone(e);
            return new ScanResult.Failed(NO_DEVICE);
        }
    }

    private Duration look() {
        if (link == null && backoff.isDue()) {
            open();
        } else if (link != null) {
            lookAfter();
        }
        return link == null ? backoff.left().plusMillis(1) : LOOK;
    }

    private void open() {
        try {
            link = new ScannerLink(channels.open(uri), profile, suffix, clock);
            askUntilAnswered(profile.setup());
            backoff.succeeded();
            LOG.info("{}: answers on {}", ID, uri);
            down = false;
            board.look(Availability.ONLINE, List.of(), List.of());
        } catch (IOException e) {
            gone(e);
        }
    }

    private void lookAfter() {
        try {
            link.purge();
            if (!clock.instant().isBefore(nextHeartbeat)) {
                askUntilAnswered(profile.query());
            }
        } catch (IOException e) {
            gone(e);
        }
    }

    private void askUntilAnswered(String command) throws IOException {
        int misses = 0;
        while (!command.isEmpty() && !link.ask(command)) {
            misses++;
            if (misses == MISSES) {
                throw new IOException("the scanner does not answer");
            }
        }
        nextHeartbeat = clock.instant().plus(heartbeat);
    }

    private void gone(IOException why) {
        if (link != null) {
            link.close();
            link = null;
        }
        backoff.failed();
        board.look(Availability.NO_DEVICE, List.of(NO_DEVICE), List.of());
        if (!down) {
            down = true;
            LOG.warn("{}: not there on {}: {}", ID, uri, why.getMessage());
        }
    }
}
