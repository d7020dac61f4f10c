package io.changbai.card.reader.internal.samv;

import io.changbai.card.reader.internal.samv.SamLink.Reply;
import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
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

/**
 * A resident ID card reader with a security module (SAM_V), on a serial port or behind a serial-to-Ethernet box.
 *
 * <pre>
 *   NO_DEVICE ──opened and answers──► ONLINE ⇄ BUSY (a read is under way)
 *       ▲                                │
 *       └── cable pulled, or two status probes without answer; tried again after 1, 2, 5, 10 s
 * </pre>
 */
@Component(
        service = {Device.class, IdCardReader.class},
        configurationPid = "changbai.id-card-reader",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SamVIdCardReader.Config.class)
public final class SamVIdCardReader implements IdCardReader {

    @ObjectClassDefinition(name = "Resident ID card reader")
    @interface Config {
        @AttributeDefinition(
                description =
                        "Where the reader is: serial:/dev/<port>?baud=<speed>, with auto as speed to try them all, or tcp://<host>:<port>.")
        String channel() default "serial:/dev/ttyUSB0?baud=115200";

        @AttributeDefinition(description = "Speeds to try, in this order, where the channel says baud=auto.")
        int[] speeds() default {115_200, 57_600, 38_400, 19_200, 9_600};

        @AttributeDefinition(
                description = "Milliseconds between two looks for a card while one is wanted.",
                min = "50",
                max = "2000")
        int poll_millis() default 300;

        @AttributeDefinition(
                description =
                        "Whether to read the address that was written to the chip after a move, where there is one.")
        boolean appended_address() default false;

        @AttributeDefinition(
                description = "Seconds between two status probes while no card is wanted.",
                min = "1",
                max = "300")
        int status_seconds() default 3;
    }

    private static final String ID = "id-card-reader";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final int MISSES = 2;

    private final Channels channels;
    private final Speeds speeds;
    private final ReadingRules rules;
    private final Duration rest;
    private final Clock clock;
    private final StatusBoard board;
    private final Connection<SamLink> connection;
    private final DeviceThread thread;
    private final RecordWatch records = new RecordWatch();
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private int misses;

    @Activate
    public SamVIdCardReader(@Reference Channels channels, Config config) {
        this(
                channels,
                new Speeds(config.channel(), config.speeds()),
                new ReadingRules(Duration.ofMillis(config.poll_millis()), config.appended_address()),
                Duration.ofSeconds(config.status_seconds()),
                new SteadyClock());
    }

    SamVIdCardReader(Channels channels, Speeds speeds, ReadingRules rules, Duration rest, Clock clock) {
        this.channels = channels;
        this.speeds = speeds;
        this.rules = rules;
        this.rest = rest;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, speeds.configured(), IdReaderFaults.NO_DEVICE, board, clock, this::open);
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
        return DeviceKind.ID_CARD_READER;
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
        return rules.appendedAddress() ? Set.of(Capability.READS_APPENDED_ADDRESS) : Set.of();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<IdCardResult> read(Duration patience) {
        return thread.submit(new IdCardResult.Cancelled(), cancellation -> readCard(patience, cancellation));
    }

    private IdCardResult readCard(Duration patience, DeviceThread.Cancellation cancellation) {
        Optional<SamLink> link = connection.openNow();
        if (link.isEmpty()) {
            return new IdCardResult.Failed(IdReaderFaults.NO_DEVICE);
        }
        board.look(Availability.BUSY, status().faults(), List.of());
        try {
            IdReading reading = new IdReading(link.get(), clock, rules, patience, cancellation);
            IdCardResult result = reading.run();
            records.ended(result, reading.endedWithBrokenRecord());
            return result;
        } catch (IOException e) {
            connection.lost(e);
            return new IdCardResult.Failed(IdReaderFaults.NO_DEVICE);
        }
    }

    private Duration look() {
        boolean wasOpen = connection.isOpen();
        Optional<SamLink> link = connection.openWhenDue();
        if (wasOpen) {
            link.ifPresent(this::probe);
        }
        if (!connection.isOpen()) {
            return connection.untilNextTry();
        }
        return misses > 0 ? SOON : rest;
    }

    /** On the first channel where a reader answers. A port that is not there is so at every speed. */
    private SamLink open() throws IOException {
        misses = 0;
        for (String uri : speeds.uris()) {
            SamLink link = new SamLink(channels.open(uri), clock);
            try {
                Optional<SamStatus> status = firstStatus(link);
                if (status.isPresent()) {
                    identify(link, uri);
                    publish(status.get());
                    return link;
                }
            } catch (IOException e) {
                link.close();
                throw e;
            }
            link.close();
        }
        throw new IOException("nothing answers");
    }

    /** One miss is forgiven, but not while speeds are tried: all of them should not take longer than a person waits. */
    private Optional<SamStatus> firstStatus(SamLink link) throws IOException {
        Optional<SamStatus> status = askStatus(link);
        return status.isEmpty() && !speeds.areGuessed() ? askStatus(link) : status;
    }

    private void identify(SamLink link, String uri) throws IOException {
        speeds.answeredOn(uri);
        if (link.exchange(SamCommand.MODULE_NUMBER, () -> false) instanceof Reply.Answered module) {
            String number = HexFormat.of().formatHex(module.answer().payload());
            information = new DeviceInformation("SAM_V", "", number);
        }
    }

    private void probe(SamLink link) {
        try {
            Optional<SamStatus> status = askStatus(link);
            misses = status.isPresent() ? 0 : misses + 1;
            if (misses == MISSES) {
                throw new IOException("the reader does not answer any more");
            }
            status.ifPresent(this::publish);
        } catch (IOException e) {
            connection.lost(e);
        }
    }

    /** Empty when no whole answer came. */
    private static Optional<SamStatus> askStatus(SamLink link) throws IOException {
        return link.exchange(SamCommand.STATUS, () -> false) instanceof Reply.Answered answered
                ? Optional.of(SamStatus.of(answered.answer().sw3()))
                : Optional.empty();
    }

    private void publish(SamStatus status) {
        List<DeviceFault> faults =
                Stream.concat(status.fault().stream(), records.fault().stream()).toList();
        Availability availability = status.fault().isEmpty() ? Availability.ONLINE : Availability.HARDWARE_ERROR;
        board.look(availability, faults, List.of());
    }
}
