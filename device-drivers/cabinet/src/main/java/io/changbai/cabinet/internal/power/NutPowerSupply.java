package io.changbai.cabinet.internal.power;

import io.changbai.cabinet.internal.power.NutReply.Err;
import io.changbai.cabinet.internal.power.NutReply.Var;
import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * An uninterruptible power supply watched by NUT's {@code upsd}, which speaks to hundreds of models so that we need not.
 *
 * <pre>
 *   mains ──OB, confirmed──► on battery: nothing new begins ──LB or FSD──► ends soon: visits are wiped, shutdown
 * </pre>
 *
 * A change counts when two looks running say so.
 */
@Component(
        service = {Device.class, PowerSupply.class},
        configurationPid = "changbai.power-supply",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NutPowerSupply.Config.class)
public final class NutPowerSupply implements PowerSupply {

    @ObjectClassDefinition(name = "Power supply", description = "The UPS, watched by NUT's upsd.")
    @interface Config {
        @AttributeDefinition(description = "Where upsd listens: tcp://<host>:<port>.")
        String channel() default "tcp://127.0.0.1:3493";

        @AttributeDefinition(description = "The supply's name in upsd; empty for the first one it lists.")
        String ups() default "";

        @AttributeDefinition(description = "Milliseconds between two looks.", min = "200", max = "10000")
        int poll_millis() default 1000;

        @AttributeDefinition(
                description =
                        "Command and arguments that shut this machine down in order, for example systemctl, poweroff;"
                                + " empty leaves that to NUT's upsmon.")
        String[] shutdown_command() default {};

        @AttributeDefinition(
                description = "Seconds between a nearly empty battery and the shutdown, for the visit to end.",
                min = "0",
                max = "600")
        int shutdown_seconds() default 60;
    }

    private static final Logger LOG = LoggerFactory.getLogger(NutPowerSupply.class);
    private static final String ID = "power-supply";

    private final Channels channels;
    private final String uri;
    private final String wantedUps;
    private final Duration poll;
    private final Clock clock;
    private final Shutdown shutdown;
    private final StatusBoard board;
    private final Connection<NutLink> connection;
    private final DeviceThread thread;
    private final List<Consumer<PowerState>> listeners = new CopyOnWriteArrayList<>();
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private volatile PowerState power = PowerState.UNKNOWN;
    private final Confirmed confirmed = new Confirmed();
    private String ups = "";

    @Activate
    public NutPowerSupply(@Reference Channels channels, Config config) {
        this(
                channels,
                config.channel(),
                config.ups(),
                Duration.ofMillis(config.poll_millis()),
                new Shutdown(
                        List.of(config.shutdown_command()),
                        Duration.ofSeconds(config.shutdown_seconds()),
                        new SteadyClock()),
                new SteadyClock());
    }

    NutPowerSupply(Channels channels, String uri, String ups, Duration poll, Shutdown shutdown, Clock clock) {
        if (!ups.isEmpty() && !Nut.isName(ups)) {
            throw new IllegalArgumentException("ups = '" + ups + "': expected a name as in ups.conf");
        }
        this.channels = channels;
        this.uri = uri;
        this.wantedUps = ups;
        this.poll = poll;
        this.shutdown = shutdown;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, uri, PowerFaults.NO_DEVICE, board, clock, this::open);
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
        return DeviceKind.POWER_SUPPLY;
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
    public PowerState power() {
        return power;
    }

    @Override
    public Subscription onPower(Consumer<PowerState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private NutLink open() throws IOException {
        NutLink link = new NutLink(channels.open(uri), clock);
        try {
            List<String> names = link.list();
            if (names.isEmpty() || !wantedUps.isEmpty() && !names.contains(wantedUps)) {
                throw new IOException("upsd knows " + names + ", not " + wantedUps);
            }
            ups = wantedUps.isEmpty() ? names.get(0) : wantedUps;
            status(link);
            information = new DeviceInformation(
                    value(link, "device.model"), value(link, "ups.firmware"), value(link, "device.serial"));
            return link;
        } catch (IOException e) {
            link.close();
            throw e;
        }
    }

    private Duration look() {
        connection.openWhenDue().ifPresent(this::lookAt);
        shutdown.look(power.endsSoon());
        if (connection.isOpen()) {
            return poll;
        }
        confirmed.forget();
        publish(UpsStatus.afterSilence(power));
        return shutdown.isAwaited() ? poll : connection.untilNextTry();
    }

    private void lookAt(NutLink link) {
        try {
            PowerState seen = UpsStatus.of(status(link), value(link, "battery.charge"), value(link, "battery.runtime"));
            confirmed.see(seen).ifPresent(believed -> {
                publish(believed);
                board.look(Availability.ONLINE, PowerFaults.of(believed), PowerFaults.supplies(believed));
            });
        } catch (IOException e) {
            connection.lost(e);
        }
    }

    private String status(NutLink link) throws IOException {
        NutReply reply = link.get(ups, "ups.status");
        if (reply instanceof Var status && UpsStatus.isStatus(status.value())) {
            return status.value();
        }
        throw new IOException("no status of " + ups + ": " + reply);
    }

    /** A variable the supply may lack; empty then. */
    private String value(NutLink link, String variable) throws IOException {
        NutReply reply = link.get(ups, variable);
        if (reply instanceof Var value) {
            return value.value().strip();
        }
        if (reply instanceof Err) {
            return "";
        }
        throw new IOException("no " + variable + " of " + ups + ": " + reply);
    }

    private void publish(PowerState next) {
        PowerState before = power;
        if (next.equals(before)) {
            return;
        }
        power = next;
        if (next.powerIn() != before.powerIn() || next.endsSoon() != before.endsSoon()) {
            LOG.info("{}: mains {}, battery {}{}", ID, next.powerIn(), next.battery(), next.endsSoon() ? ", ends" : "");
        }
        listeners.forEach(listener -> listener.accept(next));
    }
}
