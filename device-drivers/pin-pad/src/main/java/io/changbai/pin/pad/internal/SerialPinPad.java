package io.changbai.pin.pad.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinPad;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinResult;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
 * An encrypting PIN pad of the profile {@code stx-etx-lrc}, on a serial port or behind a serial-to-Ethernet box.
 *
 * <pre>
 *   NO_DEVICE ──opened and says its status──► ONLINE ⇄ BUSY (a PIN is being typed)
 *       ▲                                       │  └─ opened by force ─► FRAUD_ATTEMPT, no keys ─► HARDWARE_ERROR
 *       └── cable pulled, or two status requests without answer; tried again after 1, 2, 5, 10 s
 * </pre>
 */
@Component(
        service = {Device.class, PinPad.class},
        configurationPid = "changbai.pin-pad",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SerialPinPad.Config.class)
public final class SerialPinPad implements PinPad {

    @ObjectClassDefinition(name = "PIN pad", description = "An encrypting PIN pad, profile stx-etx-lrc.")
    @interface Config {
        @AttributeDefinition(description = "Where the pad is: serial:/dev/<port>?baud=<speed> or tcp://<host>:<port>.")
        String channel() default "serial:/dev/ttyUSB1?baud=9600";

        @AttributeDefinition(
                description = "The ISO 9564 format of blocks that are bound to an account number.",
                options = {@Option(label = "0", value = "ISO_0"), @Option(label = "3", value = "ISO_3")})
        String block_format() default "ISO_3";

        @AttributeDefinition(
                description = "Seconds between two status requests while no PIN is wanted.",
                min = "1",
                max = "300")
        int status_seconds() default 3;
    }

    private static final String ID = "pin-pad";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration STATUS_PATIENCE = Duration.ofMillis(500);
    private static final int MISSES = 2;
    private static final int REFERENCES = 0x10000;

    private final Channels channels;
    private final String uri;
    private final Format bound;
    private final Duration rest;
    private final Clock clock;
    private final StatusBoard board;
    private final Connection<PadLink> connection;
    private final DeviceThread thread;
    /** Begins anywhere: a pad that outlived our restart may still speak of a typing from before. */
    private int reference = new SecureRandom().nextInt(REFERENCES);

    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private int misses;

    @Activate
    public SerialPinPad(@Reference Channels channels, Config config) {
        this(
                channels,
                config.channel(),
                Format.valueOf(config.block_format()),
                Duration.ofSeconds(config.status_seconds()),
                new SteadyClock());
    }

    SerialPinPad(Channels channels, String uri, Format bound, Duration rest, Clock clock) {
        this.channels = channels;
        this.uri = uri;
        this.bound = bound;
        this.rest = rest;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, uri, PinPadFaults.NO_DEVICE, board, clock, this::open);
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
        return DeviceKind.PIN_PAD;
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
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<PinResult> capture(PinRequest request, Duration patience, IntConsumer typed) {
        return thread.submit(new PinResult.Cancelled(), cancellation -> type(request, patience, cancellation, typed));
    }

    private PinResult type(
            PinRequest request, Duration patience, DeviceThread.Cancellation cancellation, IntConsumer typed) {
        Optional<PadLink> link = connection.openNow();
        if (link.isEmpty()) {
            return new PinResult.Failed(PinPadFaults.NO_DEVICE);
        }
        board.look(Availability.BUSY, List.of(), List.of());
        reference = (reference + 1) % REFERENCES;
        try {
            return new PinCapture(link.get(), clock, reference, patience, cancellation, typed)
                    .run(request, patience, bound);
        } catch (IOException e) {
            connection.lost(e);
            return new PinResult.Failed(PinPadFaults.NO_DEVICE);
        }
    }

    private Duration look() {
        boolean wasOpen = connection.isOpen();
        Optional<PadLink> link = connection.openWhenDue();
        if (wasOpen) {
            link.ifPresent(this::probe);
        }
        if (!connection.isOpen()) {
            return connection.untilNextTry();
        }
        return misses > 0 ? SOON : rest;
    }

    private PadLink open() throws IOException {
        PadLink link = new PadLink(channels.open(uri), clock);
        try {
            misses = 0;
            PadMessage.Status status =
                    askStatus(link).orElseThrow(() -> new IOException("nothing answers as a PIN pad does"));
            information = status.information();
            publish(status.state());
            return link;
        } catch (IOException e) {
            link.close();
            throw e;
        }
    }

    private void probe(PadLink link) {
        try {
            Optional<PadMessage.Status> status = askStatus(link);
            misses = status.isPresent() ? 0 : misses + 1;
            if (misses == MISSES) {
                throw new IOException("the pad does not answer any more");
            }
            status.ifPresent(now -> publish(now.state()));
        } catch (IOException e) {
            connection.lost(e);
        }
    }

    /** Empty when no status came; what the pad still says of a typing before is passed over. */
    private Optional<PadMessage.Status> askStatus(PadLink link) throws IOException {
        if (!link.send(PadRequest.STATUS)) {
            return Optional.empty();
        }
        Instant deadline = clock.instant().plus(STATUS_PATIENCE);
        Optional<String> heard = link.receive(STATUS_PATIENCE);
        while (heard.isPresent()) {
            if (PadMessage.decode(heard.get()) instanceof PadMessage.Status status) {
                return Optional.of(status);
            }
            heard = link.receive(SteadyClock.left(clock, deadline));
        }
        return Optional.empty();
    }

    /** A pad that still lets somebody type what nobody wants any more serves the next request all the same. */
    private void publish(PadState state) {
        Availability availability = state == PadState.CAPTURING ? Availability.ONLINE : state.availability();
        board.look(availability, state.faults(), List.of());
    }
}
