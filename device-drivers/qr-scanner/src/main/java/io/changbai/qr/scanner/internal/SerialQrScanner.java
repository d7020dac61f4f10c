package io.changbai.qr.scanner.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.link.ByteChannel;
import io.changbai.device.link.Channels;
import io.changbai.qr.scanner.internal.codec.Command;
import io.changbai.qr.scanner.internal.codec.Heard;
import io.changbai.qr.scanner.internal.codec.Makes;
import io.changbai.qr.scanner.internal.codec.ScannerProfile;
import io.changbai.qr.scanner.internal.codec.Suffix;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * A scanner module on a channel of bytes. Between scans its eye is closed, where the make allows that, and whatever it sends
 * is thrown away.
 */
@Component(
        service = {Device.class, QrScanner.class},
        configurationPid = "changbai.qr-scanner",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SerialQrScanner.Config.class)
public final class SerialQrScanner implements QrScanner {

    @ObjectClassDefinition(name = "QR scanner")
    @interface Config {
        @AttributeDefinition(
                description =
                        "Where the scanner is: serial:/dev/<port>?baud=<speed>, hidraw:/dev/<node> or tcp://<host>:<port>.")
        String channel() default "serial:/dev/ttyACM0?baud=115200";

        @AttributeDefinition(
                description = "The make of scanner, which decides its commands and how its codes arrive.",
                options = {
                    @Option(label = "Honeywell serial modules", value = "honeywell"),
                    @Option(label = "Newland serial modules", value = "newland"),
                    @Option(label = "GM65, GM861 and EM3095 native", value = "gm65"),
                    @Option(label = "Zebra SSI in packets", value = "ssi"),
                    @Option(label = "Free-running, codes only", value = "plain"),
                    @Option(label = "USB HID-POS, Access-IS layout", value = "hid-access-is"),
                    @Option(label = "USB HID-POS, IDTech layout", value = "hid-idtech")
                })
        String profile() default "honeywell";

        @AttributeDefinition(description = "What the scanner puts behind each code.")
        Suffix suffix() default Suffix.CR;

        @AttributeDefinition(description = "Whether the scanner puts an AIM identifier, such as ]Q1, before each code.")
        boolean aim_identifier() default false;

        @AttributeDefinition(
                description =
                        "Commands in hexadecimal, sent after the make's own set-up, for modules with other factory settings; each is answered.")
        String[] setup() default {};

        @AttributeDefinition(
                description = "Seconds between two questions whether the scanner is still there, while nobody scans.",
                min = "1",
                max = "600")
        int heartbeat_seconds() default 30;
    }

    private static final String ID = "qr-scanner";
    /** Bytes that come while nobody scans are thrown away this often; an unplugged cable is noticed as soon. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final int TRIES = 3;

    private final Channels channels;
    private final ScannerSettings settings;
    private final ScannerProfile profile;
    private final Clock clock;
    private final Debounce debounce;
    private final StatusBoard board;
    private final Connection<ScannerLink> connection;
    private final Heartbeat heartbeat;
    private final DeviceThread thread;
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private boolean refused;

    @Activate
    public SerialQrScanner(@Reference Channels channels, Config config) {
        this(
                channels,
                new ScannerSettings(
                        config.channel(),
                        Makes.named(config.profile())
                                .withSetup(Stream.of(config.setup())
                                        .map(Command::hex)
                                        .toList()),
                        config.suffix(),
                        config.aim_identifier(),
                        Duration.ofSeconds(config.heartbeat_seconds())),
                new SteadyClock());
    }

    SerialQrScanner(Channels channels, ScannerSettings settings, Clock clock) {
        this.channels = channels;
        this.settings = settings;
        this.profile = settings.profile();
        this.clock = clock;
        this.debounce = new Debounce(clock);
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.heartbeat =
                new Heartbeat(clock, settings.heartbeat(), profile.timing().reply());
        this.connection = new Connection<>(ID, settings.channel(), ScannerFaults.NO_DEVICE, board, clock, this::open);
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
        return DeviceKind.QR_SCANNER;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public DeviceInformation information() {
        return information;
    }

    @Override
    public Set<Capability> capabilities() {
        return profile.disarms() ? Set.of(Capability.DISARMS) : Set.of();
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
        Optional<ScannerLink> link = connection.openNow();
        if (link.isEmpty()) {
            return new ScanResult.Failed(ScannerFaults.NO_DEVICE);
        }
        show(Availability.BUSY);
        try {
            ScanResult result = new Scan(link.get(), profile, debounce, settings.aimIdentifier(), clock)
                    .run(patience, cancellation);
            heartbeat.answered();
            show(Availability.ONLINE);
            return result;
        } catch (IOException e) {
            connection.lost(e);
            return new ScanResult.Failed(ScannerFaults.NO_DEVICE);
        }
    }

    private Duration look() {
        Optional<ScannerLink> link = connection.openWhenDue();
        try {
            if (link.isPresent()) {
                lookAfter(link.get());
                show(Availability.ONLINE);
            }
        } catch (IOException e) {
            connection.lost(e);
        }
        return connection.isOpen() ? LOOK : connection.untilNextTry();
    }

    private void show(Availability availability) {
        board.look(availability, refused ? List.of(ScannerFaults.REFUSED) : List.of(), List.of());
    }

    private ScannerLink open() throws IOException {
        ByteChannel channel = channels.open(settings.channel());
        ScannerLink link = new ScannerLink(channel, profile.timing(), profile.decoder(settings.suffix()), clock);
        try {
            setUp(link);
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
        return link;
    }

    /** The replies prove that the module is there. One that was armed when the terminal went down is disarmed. */
    private void setUp(ScannerLink link) throws IOException {
        if (profile.armIsAnswered()) {
            ask(link, profile.disarm());
        } else {
            link.send(profile.disarm());
        }
        boolean allAccepted = true;
        for (Command command : profile.setup()) {
            allAccepted &= ask(link, command).accepted();
        }
        if (!profile.query().isNone()) {
            Heard.Reply reply = ask(link, profile.query());
            information = new DeviceInformation("", profile.queryTellsFirmware() ? reply.text() : "", "");
        }
        refused = !allAccepted;
        heartbeat.answered();
    }

    private Heard.Reply ask(ScannerLink link, Command command) throws IOException {
        Optional<Heard.Reply> reply = link.ask(command);
        for (int tries = 1; reply.isEmpty() && tries < TRIES; tries++) {
            link.send(profile.wake());
            reply = link.ask(command);
        }
        return reply.orElseThrow(() -> new IOException("the scanner does not answer"));
    }

    /** Asks without waiting; the answer is heard by a later look. */
    private void lookAfter(ScannerLink link) throws IOException {
        if (link.drain().isPresent()) {
            heartbeat.answered();
        }
        if (profile.query().isNone() || !heartbeat.isDue()) {
            return;
        } else if (heartbeat.isLost()) {
            throw new IOException("the scanner does not answer");
        }
        link.send(profile.wake());
        link.send(profile.query());
        heartbeat.asked();
    }
}
