package io.changbai.telemetry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.Supply;
import io.changbai.journal.InMemoryJournal;
import io.changbai.platform.link.LinkStatus;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.operations.TerminalEvent;
import io.changbai.platform.messages.operations.TerminalState;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private static final DeviceFault PAPER_OUT =
            new DeviceFault("RCP-PAPER-OUT", Severity.FAULT, Mender.ATTENDANT, "The receipt paper is out.");

    private final InMemoryJournal journal = new InMemoryJournal();
    private final FakeLink link = new FakeLink();
    private final FakeDevice reader = new FakeDevice("id-card-reader", DeviceKind.ID_CARD_READER).online();
    private final FakeDevice printer = new FakeDevice("receipt-printer", DeviceKind.RECEIPT_PRINTER).online();
    private long nanos;
    private long freeDisk = 1L << 40;
    private boolean diskLost;
    private Telemetry telemetry;

    @BeforeEach
    void start() {
        telemetry = telemetry();
        telemetry.addDevice(reader);
        telemetry.addDevice(printer);
        telemetry.look();
    }

    @Test
    void aDefectiveJournalIsToldInTheStateAndItsEventFollowsWhenItIsBack() throws Exception {
        journal.failing(true);
        printer.say(Availability.OFFLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("OUT_OF_SERVICE");
        assertThat(faults("journal")).extracting(FaultReport::code).containsExactly("JRN-UNAVAILABLE");
        journal.failing(false);
        telemetry.look();
        telemetry.look();
        assertThat(events()).containsExactly("FAULT_RAISED receipt-printer RCP-PAPER-OUT");
    }

    @Test
    void anOpenCabinetAndALostMainsPutTheTerminalOutOfServiceAndAMissingBoardDoesNot() {
        reader.online();
        printer.online();
        FakeDevice cabinet = new FakeDevice("cabinet", DeviceKind.SIGNALS);
        FakeDevice power = new FakeDevice("power-supply", DeviceKind.POWER_SUPPLY);
        telemetry.addDevice(cabinet);
        telemetry.addDevice(power);
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("IN_SERVICE");
        cabinet.say(Availability.USER_ERROR, List.of(), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("OUT_OF_SERVICE");
        cabinet.say(Availability.NO_DEVICE, List.of(), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("IN_SERVICE");
        DeviceFault onBattery =
                new DeviceFault("UPS-ON-BATTERY", DeviceFault.Severity.FAULT, DeviceFault.Mender.SELF_CLEARING, "");
        power.say(Availability.ONLINE, List.of(onBattery), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("OUT_OF_SERVICE");
        assertThat(link.last().devices()).extracting("kind").contains("SIGNALS", "POWER_SUPPLY");
    }

    @Test
    void raisesAndClearsEachFaultOnceHoweverOftenItIsSeen() throws Exception {
        printer.say(Availability.OFFLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        telemetry.look();
        printer.online();
        telemetry.look();
        telemetry.look();
        assertThat(events())
                .containsExactly(
                        "FAULT_RAISED receipt-printer RCP-PAPER-OUT", "FAULT_CLEARED receipt-printer RCP-PAPER-OUT");
    }

    @Test
    void aFaultThatStandsOverARestartIsNotRaisedAgainAndClearsWhenTheDeviceSaysSo() throws Exception {
        printer.say(Availability.OFFLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        telemetry = telemetry();
        telemetry.look();
        FakeDevice again = new FakeDevice("receipt-printer", DeviceKind.RECEIPT_PRINTER);
        telemetry.addDevice(again);
        telemetry.look();
        assertThat(events()).as("not known yet is not mended").hasSize(1);
        again.say(Availability.OFFLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        assertThat(events()).hasSize(1);
        again.online();
        telemetry.look();
        assertThat(events()).last().isEqualTo("FAULT_CLEARED receipt-printer RCP-PAPER-OUT");
    }

    @Test
    void theFaultOfADeviceTakenOffIsClearedOnceEveryDriverHasHadItsChance() throws Exception {
        printer.say(Availability.OFFLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        telemetry.removeDevice(printer);
        assertThat(printer.listeners).isEmpty();
        telemetry.look();
        assertThat(events()).hasSize(1);
        pass(Duration.ofMinutes(3));
        telemetry.look();
        assertThat(events()).last().isEqualTo("FAULT_CLEARED receipt-printer RCP-PAPER-OUT");
    }

    @Test
    void publishesOnChangeAndAsHeartbeatAndNotOtherwise() {
        assertThat(link.published).hasSize(1);
        telemetry.look();
        assertThat(link.published).hasSize(1);
        printer.say(Availability.ONLINE, List.of(), List.of(Supply.of("receipt-paper", Supply.Level.LOW)));
        telemetry.look();
        assertThat(link.published).hasSize(2);
        pass(Duration.ofSeconds(29));
        telemetry.look();
        assertThat(link.published).hasSize(2);
        pass(Duration.ofSeconds(1));
        telemetry.look();
        assertThat(link.published).hasSize(3);
    }

    @Test
    void publishesAtOnceWhenTheSessionIsBack() {
        link.state = LinkStatus.State.BACKING_OFF;
        telemetry.look();
        link.state = LinkStatus.State.CONNECTED;
        telemetry.look();
        assertThat(link.published).hasSize(2);
    }

    @Test
    void theStateSaysSiteVersionSuppliesAndWhatIsPending() throws Exception {
        journal.append(new io.changbai.journal.NewRecord("transactions", "t", false, new byte[0]));
        printer.say(Availability.ONLINE, List.of(), List.of(Supply.of("receipt-paper", Supply.Level.LOW)));
        telemetry.look();
        TerminalState state = link.last();
        assertThat(state.site()).isEqualTo("八九省政务大厅");
        assertThat(state.version()).isEqualTo("0.1.0");
        assertThat(state.pendingTransactions()).isEqualTo(1);
        assertThat(state.devices())
                .extracting(DeviceReport::id)
                .containsExactly("id-card-reader", "receipt-printer", "journal", "process");
        assertThat(state.devices().get(1).supplies())
                .containsExactly(new TerminalState.SupplyReport("receipt-paper", "LOW", null));
    }

    @Test
    void serviceFollowsWhatResidentsCanStillDo() {
        assertThat(link.last().service()).isEqualTo("IN_SERVICE");
        printer.say(Availability.ONLINE, List.of(PAPER_OUT), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("ATTENDANT_NEEDED");
        reader.say(Availability.NO_DEVICE, List.of(), List.of());
        telemetry.look();
        assertThat(link.last().service()).isEqualTo("OUT_OF_SERVICE");
    }

    @Test
    void aBlinkOfTheNetworkIsNoEventAndALastingOutageIsOne() throws Exception {
        link.state = LinkStatus.State.BACKING_OFF;
        link.fault = new LinkStatus.LinkFault("LNK-UNREACHABLE", "The broker cannot be reached.");
        telemetry.look();
        pass(Duration.ofSeconds(5));
        link.fault = null;
        telemetry.look();
        assertThat(events()).isEmpty();
        link.fault = new LinkStatus.LinkFault("LNK-UNREACHABLE", "The broker cannot be reached.");
        telemetry.look();
        pass(Duration.ofSeconds(20));
        telemetry.look();
        assertThat(events()).containsExactly("FAULT_RAISED null LNK-UNREACHABLE");
    }

    @Test
    void aFullOrLostDiskIsAFault() {
        freeDisk = 1;
        telemetry.look();
        assertThat(faults("process")).extracting(FaultReport::code).containsExactly("PRC-DISK-LOW");
        diskLost = true;
        telemetry.look();
        assertThat(faults("process")).extracting(FaultReport::code).containsExactly("PRC-DISK-LOST");
    }

    @Test
    void theStartOfTheApplicationIsAnEventOfItsOwn() throws Exception {
        telemetry.look();
        TerminalEvent first = event(0);
        assertThat(first.type()).isEqualTo("APPLICATION_STARTED");
        assertThat(first.details()).containsEntry("boot", "boot-1").containsEntry("version", "0.1.0");
        assertThat(journal.all("events")).hasSize(1);
    }

    private Telemetry telemetry() {
        ProcessWatch process = new ProcessWatch(Path.of("."), 1000) {
            @Override
            long freeDisk() throws IOException {
                if (diskLost) {
                    throw new IOException("gone");
                }
                return freeDisk;
            }
        };
        return new Telemetry(
                new Telemetry.Rooms(journal, journal, link, link, link),
                process,
                "0.1.0",
                new Telemetry.Pace(Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(15)),
                Clock.systemUTC(),
                () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private List<FaultReport> faults(String id) {
        return link.last().devices().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .orElseThrow()
                .faults();
    }

    private List<String> events() throws Exception {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < journal.all("events").size(); i++) {
            TerminalEvent event = event(i);
            if (event.type().startsWith("FAULT_")) {
                events.add(event.type() + " " + event.device() + " "
                        + event.details().get("code"));
            }
        }
        return events;
    }

    private TerminalEvent event(int index) throws Exception {
        return JsonCodec.read(journal.all("events").get(index).payload(), TerminalEvent.class);
    }
}
