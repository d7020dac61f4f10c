package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cabinet's signals over one board, looked at several times between two blinks.
 *
 * <pre>
 *   NO_DEVICE ──opened, outputs off──► ONLINE ⇄ USER_ERROR (door open, switch not on run) ⇄ FRAUD_ATTEMPT (tampered)
 *       ▲                                 │
 *       └── the board does not answer; tried again after 1, 2, 5, 10 s
 * </pre>
 */
@Component(
        service = {Device.class, Cabinet.class},
        configurationPid = "changbai.cabinet",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CabinetConfig.class)
public final class SignalCabinet implements Cabinet {

    private static final Logger LOG = LoggerFactory.getLogger(SignalCabinet.class);
    private static final String ID = "cabinet";

    private final Wiring wiring;
    private final Duration poll;
    private final Clock clock;
    private final Tampering tampering;
    private final Sensors sensors;
    private final Lamps lamps;
    private final StatusBoard board;
    private final Connection<SignalPort> connection;
    private final DeviceThread thread;
    private final List<Consumer<CabinetState>> listeners = new CopyOnWriteArrayList<>();
    private volatile CabinetState state;
    private BitSet written = new BitSet();

    @Activate
    public SignalCabinet(@Reference Channels channels, BundleContext context, CabinetConfig config) {
        this(
                SignalPorts.of(channels, config),
                SignalPorts.where(config),
                SignalPorts.wiring(config),
                new Settings(
                        Duration.ofMillis(config.poll_millis()), Duration.ofSeconds(config.presence_hold_seconds())),
                SignalPorts.tampering(context.getProperty("changbai.data")),
                new SteadyClock());
    }

    /** @param hold how long nobody must have been seen before nobody is there */
    record Settings(Duration poll, Duration hold) {}

    SignalCabinet(
            SignalPort.Opening port, String where, Wiring wiring, Settings settings, Tampering tampering, Clock clock) {
        this.wiring = wiring;
        this.poll = settings.poll();
        this.clock = clock;
        this.tampering = tampering;
        this.sensors = new Sensors(wiring.inputs(), settings.hold(), tampering);
        this.state = sensors.state();
        this.lamps = new Lamps(wiring);
        this.board = new StatusBoard(Clock.systemUTC(), 2);
        this.connection = new Connection<>(ID, where, CabinetFaults.NO_DEVICE, board, clock, () -> open(port));
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        if (connection.isOpen()) {
            connection.openNow().ifPresent(this::switchOff);
        }
        connection.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNALS;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> wired = EnumSet.noneOf(Capability.class);
        Map.of(
                        Input.DOOR, Capability.SENSES_DOOR,
                        Input.TAMPER, Capability.SENSES_TAMPER,
                        Input.PRESENCE, Capability.SENSES_PRESENCE,
                        Input.HEADPHONES, Capability.SENSES_HEADPHONES)
                .forEach((input, capability) -> {
                    if (wiring.inputs().containsKey(input)) {
                        wired.add(capability);
                    }
                });
        return wired;
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public CabinetState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<CabinetState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void light(Light light, Glow glow) {
        lamps.tell(light, glow, clock.instant());
    }

    @Override
    public void beep(Beep beep) {
        lamps.beep(beep, clock.instant());
    }

    @Override
    public void resetTamper() {
        thread.submit(false, cancellation -> {
            if (!sensors.sensesTampering()) {
                tampering.reset();
            }
            return true;
        });
    }

    private SignalPort open(SignalPort.Opening opening) throws IOException {
        SignalPort port = opening.open(wiring.inputLines(), wiring.outputLines());
        try {
            port.write(wiring.safe());
            written = wiring.safe();
            return port;
        } catch (IOException e) {
            port.close();
            throw e;
        }
    }

    private Duration look() {
        boolean wasOpen = connection.isOpen();
        connection.openWhenDue().ifPresent(this::lookAt);
        if (connection.isOpen()) {
            return poll;
        }
        if (wasOpen) {
            logBounces();
        }
        publish(sensors.forget());
        return connection.untilNextTry();
    }

    private void lookAt(SignalPort port) {
        try {
            CabinetState seen = sensors.see(port.read(), clock.instant());
            BitSet wanted = lamps.levels(clock.instant());
            if (!wanted.equals(written)) {
                port.write(wanted);
                written = wanted;
            }
            publish(seen);
            board.look(CabinetFaults.availability(seen), CabinetFaults.of(seen), List.of());
        } catch (IOException e) {
            connection.lost(e);
        }
    }

    /** The last act: no light may go on blinking with nobody behind it. */
    private void switchOff(SignalPort port) {
        try {
            port.write(wiring.safe());
        } catch (IOException e) {
            LOG.warn("{}: the lights stay as they are: {}", ID, e.getMessage());
        }
    }

    private void logBounces() {
        LOG.info("{}: edges that fell back since the start: {}", ID, sensors.bounces());
    }

    private void publish(CabinetState next) {
        if (!next.equals(state)) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }
}
