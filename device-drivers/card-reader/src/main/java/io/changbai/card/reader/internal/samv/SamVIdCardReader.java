package io.changbai.card.reader.internal.samv;

import io.changbai.card.reader.internal.samv.SamLink.Reply;
import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.driver.Backoff;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
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
                description = "Where the reader is: serial:/dev/<port>?baud=<speed> or tcp://<host>:<port>.")
        String channel() default "serial:/dev/ttyUSB0?baud=115200";

        @AttributeDefinition(
                description = "Milliseconds between two looks for a card while one is wanted.",
                min = "50",
                max = "2000")
        int poll_millis() default 300;

        @AttributeDefinition(
                description = "Seconds between two status probes while no card is wanted.",
                min = "1",
                max = "300")
        int status_seconds() default 3;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SamVIdCardReader.class);
    private static final String ID = "id-card-reader";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final int MISSES = 2;

    private final Channels channels;
    private final String uri;
    private final Duration poll;
    private final Duration rest;
    private final Clock clock;
    private final Backoff backoff;
    private final StatusBoard board;
    private final DeviceThread thread;
    private SamLink link;
    private int misses;
    private boolean down;

    @Activate
    public SamVIdCardReader(@Reference Channels channels, Config config) {
        this(
                channels,
                config.channel(),
                Duration.ofMillis(config.poll_millis()),
                Duration.ofSeconds(config.status_seconds()),
                new SteadyClock());
    }

    SamVIdCardReader(Channels channels, String uri, Duration poll, Duration rest, Clock clock) {
        this.channels = channels;
        this.uri = uri;
        this.poll = poll;
        this.rest = rest;
        this.clock = clock;
        this.backoff = new Backoff(clock);
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
        return DeviceKind.ID_CARD_READER;
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
    public DeviceCommand<IdCardResult> read(Duration patience) {
        return thread.submit(new IdCardResult.Cancelled(), cancellation -> readCard(patience, cancellation));
    }

    private IdCardResult readCard(Duration patience, DeviceThread.Cancellation cancellation) {
        if (link == null) {
            open();
        }
        if (link == null) {
            return new IdCardResult.Failed(IdReaderFaults.NO_DEVICE);
        }
        board.look(Availability.BUSY, List.of(), List.of());
        try {
            return new IdReading(link, clock, poll, patience, cancellation).run();
        } catch (IOException e) {
            gone(e);
            return new IdCardResult.Failed(IdReaderFaults.NO_DEVICE);
        }
    }

    private Duration look() {
        if (link == null && backoff.isDue()) {
            open();
        } else if (link != null) {
            probe();
        }
        if (link == null) {
            return backoff.left().plusMillis(1);
        }
        return misses > 0 ? SOON : rest;
    }

    private void open() {
        try {
            link = new SamLink(channels.open(uri), clock);
            identify();
        } catch (IOException e) {
            gone(e);
        }
    }

    private void identify() throws IOException {
        misses = 0;
        for (int i = 0; i < MISSES && !probeOnce(); i++) {
            misses++;
        }
        if (misses == MISSES) {
            throw new IOException("nothing answers");
        }
        misses = 0;
        backoff.succeeded();
        if (link.exchange(SamCommand.MODULE_NUMBER, () -> false) instanceof Reply.Answered module) {
            LOG.info(
                    "{}: answers on {}, module {}",
                    ID,
                    uri,
                    HexFormat.of().formatHex(module.answer().payload()));
        }
        down = false;
    }

    private void probe() {
        try {
            misses = probeOnce() ? 0 : misses + 1;
            if (misses == MISSES) {
                throw new IOException("the reader does not answer any more");
            }
        } catch (IOException e) {
            gone(e);
        }
    }

    /** @return false when no whole answer came */
    private boolean probeOnce() throws IOException {
        if (link.exchange(SamCommand.STATUS, () -> false) instanceof Reply.Answered answered) {
            List<DeviceFault> faults =
                    SamStatus.of(answered.answer().sw3()).fault().stream().toList();
            board.look(faults.isEmpty() ? Availability.ONLINE : Availability.HARDWARE_ERROR, faults, List.of());
            return true;
        }
        return false;
    }

    private void gone(IOException why) {
        if (link != null) {
            link.close();
            link = null;
        }
        backoff.failed();
        board.look(Availability.NO_DEVICE, List.of(IdReaderFaults.NO_DEVICE), List.of());
        if (!down) {
            down = true;
            LOG.warn("{}: not there on {}: {}", ID, uri, why.getMessage());
        }
    }
}
