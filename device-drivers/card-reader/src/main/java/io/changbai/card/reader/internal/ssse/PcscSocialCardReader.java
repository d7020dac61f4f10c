package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlot.State;
import io.changbai.device.link.CardSlots;
import java.time.Clock;
import java.time.Duration;
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

/** A PC/SC reader that serves as the terminal's reader of social security cards. */
@Component(
        service = {Device.class, SocialCardReader.class},
        configurationPid = "changbai.social-card-reader",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PcscSocialCardReader.Config.class)
public final class PcscSocialCardReader implements SocialCardReader {

    @ObjectClassDefinition(name = "Social security card reader")
    @interface Config {
        @AttributeDefinition(
                description = "Regular expression over PC/SC reader names; the first reader that matches is used.")
        String reader() default ".*";

        @AttributeDefinition(
                description = "Milliseconds between two looks at the slot while no card is wanted.",
                min = "100",
                max = "10000")
        int look_millis() default 500;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PcscSocialCardReader.class);
    private static final String ID = "social-card-reader";
    /** pcscd is back this soon when it is restarted; a reader that was never there is not waited for. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final CardSlot slot;
    private final Duration rest;
    private final Clock clock;
    private final StatusBoard board;
    private final DeviceThread thread;
    private volatile boolean cardPresent;
    private boolean down;

    @Activate
    public PcscSocialCardReader(@Reference CardSlots slots, Config config) {
        this(slots.slot(config.reader()), Duration.ofMillis(config.look_millis()), new SteadyClock());
    }

    PcscSocialCardReader(CardSlot slot, Duration rest, Clock clock) {
        this.slot = slot;
        this.rest = rest;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        slot.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SOCIAL_CARD_READER;
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
    public boolean cardPresent() {
        return cardPresent;
    }

    @Override
    public DeviceCommand<SocialCardResult> read(Duration patience) {
        return thread.submit(new SocialCardResult.Cancelled(), cancellation -> readCard(patience, cancellation));
    }

    private SocialCardResult readCard(Duration patience, DeviceThread.Cancellation cancellation) {
        boolean served = board.status().canServe();
        if (served) {
            board.look(Availability.BUSY, List.of(), List.of());
        }
        SocialCardResult result =
                new SocialReading(slot, clock, patience, served ? GRACE : Duration.ZERO, cancellation).run();
        look(); // whether the card is still there is true from the moment the result is
        return result;
    }

    private Duration look() {
        State state = slot.state();
        cardPresent = state == State.CARD_PRESENT;
        List<DeviceFault> faults = SocialReaderFaults.of(state).stream().toList();
        board.look(faults.isEmpty() ? Availability.ONLINE : Availability.NO_DEVICE, faults, List.of());
        tellOnce(faults);
        return rest;
    }

    private void tellOnce(List<DeviceFault> faults) {
        if (down != !faults.isEmpty()) {
            down = !down;
            LOG.info("{}: {}", ID, down ? faults.get(0).text() : "ready");
        }
    }
}
