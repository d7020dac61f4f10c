package io.changbai.telemetry.internal;

import io.changbai.device.api.Device;
import io.changbai.journal.Journal;
import io.changbai.journal.JournalHealth;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.platform.link.LinkStatus;
import io.changbai.platform.link.Platform;
import io.changbai.platform.link.StatePublisher;
import io.changbai.platform.messages.operations.OperationsApi;
import io.changbai.platform.messages.operations.TerminalState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Tells operations how the terminal is: its state on every change and as a heartbeat, the raising and clearing of every
 * fault as events that are not lost. Knows devices, the journal, the link and the process; knows no person.
 */
@Component(
        configurationPid = "changbai.telemetry",
        immediate = true,
        service = {})
@Designate(ocd = Telemetry.Config.class)
public final class Telemetry {

    @ObjectClassDefinition(name = "Telemetry", description = "What the terminal tells operations of itself.")
    @interface Config {
        @AttributeDefinition(
                description = "Seconds between two heartbeats when nothing changes.",
                min = "5",
                max = "3600")
        int heartbeat_seconds() default 30;

        @AttributeDefinition(
                description = "Milliseconds to wait for further changes before a change is told.",
                min = "0",
                max = "5000")
        int debounce_milliseconds() default 200;

        @AttributeDefinition(
                description = "Seconds a link fault has to stand before it is an event.",
                min = "0",
                max = "3600")
        int link_fault_seconds() default 15;

        @AttributeDefinition(
                description = "Megabytes left on the terminal's disk below which a warning is raised.",
                min = "0",
                max = "100000")
        int low_disk_megabytes() default 200;
    }

    /** After this long every driver of the image has been started; a device still missing has been taken off. */
    private static final Duration ALL_STARTED = Duration.ofMinutes(2);

    /** How often what has no listener (link, journal, process) is looked at. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final Map<Device, Device.Subscription> devices = new ConcurrentHashMap<>();
    private final JournalHealth health;
    private final StatePublisher publisher;
    private final Platform platform;
    private final LinkStatus link;
    private final String version;
    private final JournalWatch journalWatch;
    private final LinkWatch linkWatch;
    private final ProcessWatch processWatch;
    private final FaultLedger ledger;
    private final LongSupplier nanoTime;
    private final long heartbeatNanos;
    private final long begun;
    private final TelemetryThread thread;

    private boolean startRecorded;
    private boolean connected;
    private StateReport published;
    private long publishedAt;

    @Activate
    public Telemetry(
            BundleContext context,
            Config config,
            @Reference Journal journal,
            @Reference JournalHealth health,
            @Reference StatePublisher publisher,
            @Reference Platform platform,
            @Reference LinkStatus link) {
        this(
                new Rooms(journal, health, publisher, platform, link),
                new ProcessWatch(
                        Path.of(context.getProperty("changbai.data")), (long) config.low_disk_megabytes() << 20),
                context.getBundle().getVersion().toString(),
                new Pace(
                        Duration.ofSeconds(config.heartbeat_seconds()),
                        Duration.ofMillis(config.debounce_milliseconds()),
                        Duration.ofSeconds(config.link_fault_seconds())),
                Clock.systemUTC(),
                System::nanoTime);
        thread.start();
        thread.changed();
    }

    /** The rooms telemetry watches and writes to. */
    record Rooms(Journal journal, JournalHealth health, StatePublisher publisher, Platform platform, LinkStatus link) {}

    /** As in {@link Config}. */
    record Pace(Duration heartbeat, Duration debounce, Duration linkFault) {}

    /** Without starting the thread: a test looks itself. */
    Telemetry(Rooms rooms, ProcessWatch process, String version, Pace pace, Clock clock, LongSupplier nanoTime) {
        this.health = rooms.health();
        this.publisher = rooms.publisher();
        this.platform = rooms.platform();
        this.link = rooms.link();
        this.version = version;
        this.nanoTime = nanoTime;
        this.journalWatch = new JournalWatch(health);
        this.linkWatch = new LinkWatch(link, pace.linkFault(), nanoTime);
        this.processWatch = process;
        this.ledger = new FaultLedger(rooms.journal(), clock);
        this.heartbeatNanos = pace.heartbeat().toNanos();
        this.begun = nanoTime.getAsLong();
        this.thread = new TelemetryThread(LOOKS, pace.debounce(), this::look);
    }

    @Deactivate
    void close() {
        thread.close();
        devices.values().forEach(Device.Subscription::close);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device) {
        devices.put(device, device.onStatus(status -> thread.changed()));
        thread.changed();
    }

    void removeDevice(Device device) {
        Device.Subscription subscription = devices.remove(device);
        if (subscription != null) {
            subscription.close();
        }
        thread.changed();
    }

    /** One look at everything, on the thread {@code telemetry}: events first, they must not be lost. */
    void look() {
        List<Watched> looks = watch();
        record(looks);
        StateReport report = StateReport.of(withoutLink(looks));
        long now = nanoTime.getAsLong();
        boolean reconnected = linkWatch.isConnected() && !connected;
        connected = linkWatch.isConnected();
        if (reconnected || !report.equals(published) || now - publishedAt >= heartbeatNanos) {
            publisher.publish(OperationsApi.TELEMETRY, OperationsApi.STATE, state(report));
            published = report;
            publishedAt = now;
        }
    }

    private List<Watched> watch() {
        List<Watched> looks = new ArrayList<>();
        devices.keySet().stream()
                .sorted(Comparator.comparing(Device::id))
                .map(Watched::device)
                .forEach(looks::add);
        looks.add(journalWatch.look());
        looks.add(linkWatch.look());
        looks.add(processWatch.look());
        return looks;
    }

    /** A state that arrives proves the link; saying more of it would only make every reconnection a change. */
    private static List<Watched> withoutLink(List<Watched> looks) {
        return looks.stream().filter(look -> !look.id().equals("link")).toList();
    }

    private void record(List<Watched> looks) {
        try {
            if (!startRecorded) {
                ledger.recordStart(link.bootId(), version);
                startRecorded = true;
            }
            ledger.record(looks, nanoTime.getAsLong() - begun >= ALL_STARTED.toNanos());
        } catch (JournalUnavailableException e) {
            // The journal says so itself, and the state carries it; what is missing is written at a later look.
        }
    }

    private TerminalState state(StateReport report) {
        return new TerminalState(
                report.service(),
                platform.terminal().map(Platform.Terminal::site).orElse(""),
                version,
                processWatch.uptimeSeconds(),
                processWatch.heapBytes(),
                health.backlog("transactions"),
                report.devices());
    }
}
