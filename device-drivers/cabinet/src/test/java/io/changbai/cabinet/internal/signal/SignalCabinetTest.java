package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.CabinetEmulator;
import io.changbai.device.emulators.CabinetEmulator.Contact;
import io.changbai.device.emulators.CabinetEmulator.Lamp;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cabinet over its emulated Modbus board. */
class SignalCabinetTest {

    @TempDir
    Path data;

    private final CabinetEmulator emulator = new CabinetEmulator(0).start();
    private SignalCabinet cabinet;

    @BeforeEach
    void begin() {
        cabinet = open();
    }

    @AfterEach
    void end() {
        cabinet.close();
        emulator.close();
    }

    private SignalCabinet open() {
        String uri = "tcp://127.0.0.1:" + emulator.port();
        return new SignalCabinet(
                SignalPorts.modbus(new UriChannels(), uri, 1),
                uri,
                wiring(),
                new SignalCabinet.Settings(Duration.ofMillis(10), Duration.ofSeconds(10)),
                new Tampering(mark()),
                new SteadyClock());
    }

    private Path mark() {
        return data.resolve("cabinet/tampered");
    }

    static Wiring wiring() {
        Map<Input, Line> inputs = new EnumMap<>(Input.class);
        inputs.put(Input.DOOR, new Line(Contact.DOOR.line(), true));
        inputs.put(Input.TAMPER, new Line(Contact.TAMPER.line(), true));
        inputs.put(Input.PRESENCE, new Line(Contact.PRESENCE.line(), false));
        inputs.put(Input.MAINTENANCE, new Line(Contact.SWITCH_MAINTENANCE.line(), false));
        inputs.put(Input.SUPERVISOR, new Line(Contact.SWITCH_SUPERVISOR.line(), false));
        inputs.put(Input.HEADPHONES, new Line(Contact.HEADPHONES.line(), false));
        inputs.put(Input.POWER_FAIL, new Line(Contact.POWER_FAIL.line(), true));
        Map<Light, Line> lights = new EnumMap<>(Light.class);
        for (Light light : Light.values()) {
            lights.put(light, new Line(Lamp.valueOf(light.name()).ordinal(), false));
        }
        return new Wiring(inputs, lights, Optional.of(new Line(Lamp.BEEPER.ordinal(), false)));
    }

    @Test
    void aMuteBoardIsNoDeviceAndNothingIsKnownOfTheDoor() throws Exception {
        isServing();
        emulator.faults().mute(true);
        DeviceStatus status =
                Await.status(cabinet, "it is as wished", each -> !each.faults().isEmpty());
        assertThat(status.availability()).isEqualTo(Availability.NO_DEVICE);
        assertThat(status.faults()).extracting(DeviceFault::code).containsExactly("CAB-NO-DEVICE");
        becomes(state -> state.door() == Door.UNKNOWN && state.presence() == Presence.UNKNOWN);
        assertThat(cabinet.state().somebodyMayBeThere()).isTrue();
        emulator.faults().mute(false);
        isServing();
        becomes(state -> state.door() == Door.CLOSED);
    }

    @Test
    void singleBrokenAnswersAreNoFault() throws Exception {
        isServing();
        CompletableFuture<DeviceStatus> told = new CompletableFuture<>();
        try (var unused = cabinet.onStatus(told::complete)) {
            emulator.faults().wrongChecksum(2);
            emulator.faults().truncate(1);
            emulator.set(Contact.HEADPHONES, true);
            becomes(state -> state.headphones() == Presence.PRESENT);
        }
        assertThat(told).isNotDone();
    }

    @Test
    void anOpenDoorIsAFaultTheAttendantMendsByClosingIt() throws Exception {
        isServing();
        emulator.set(Contact.DOOR, true);
        DeviceStatus open =
                Await.status(cabinet, "it is as wished", each -> !each.faults().isEmpty());
        assertThat(open.faults()).containsExactly(CabinetFaults.DOOR_OPEN);
        assertThat(open.availability()).isEqualTo(Availability.USER_ERROR);
        assertThat(cabinet.state().door()).isEqualTo(Door.OPEN);
        emulator.set(Contact.DOOR, false);
        DeviceStatus closed = isServing();
        assertThat(closed.faults()).isEmpty();
    }

    @Test
    void tamperingStaysThroughARestartUntilTheOperatorsKeyIsTurned() throws Exception {
        isServing();
        emulator.set(Contact.TAMPER, true);
        becomes(CabinetState::tampered);
        emulator.set(Contact.TAMPER, false);
        cabinet.close();
        assertThat(Files.exists(mark())).isTrue();
        cabinet = open();
        assertThat(cabinet.state().tampered()).isTrue();
        DeviceStatus status =
                Await.status(cabinet, "it is as wished", each -> !each.faults().isEmpty());
        assertThat(status.availability()).isEqualTo(Availability.FRAUD_ATTEMPT);
        assertThat(status.faults()).containsExactly(CabinetFaults.TAMPER);
        emulator.set(Contact.SWITCH_SUPERVISOR, true);
        becomes(state -> !state.tampered());
        emulator.set(Contact.SWITCH_SUPERVISOR, false);
        isServing();
        assertThat(Files.exists(mark())).isFalse();
    }

    @Test
    void tamperingIsNotResetWhileTheSensorStillSpeaks() throws Exception {
        isServing();
        emulator.set(Contact.TAMPER, true);
        becomes(CabinetState::tampered);
        cabinet.resetTamper();
        emulator.set(Contact.HEADPHONES, true);
        becomes(state -> state.headphones() == Presence.PRESENT);
        assertThat(cabinet.state().tampered()).isTrue();
        emulator.set(Contact.TAMPER, false);
        Await.until("it is so", () -> {
            cabinet.resetTamper();
            return !cabinet.state().tampered();
        });
    }

    @Test
    void theSwitchSaysWhoIsAtWork() throws Exception {
        isServing();
        emulator.set(Contact.SWITCH_MAINTENANCE, true);
        becomes(state -> state.operatorSwitch() == OperatorSwitch.MAINTENANCE);
        emulator.set(Contact.SWITCH_SUPERVISOR, true);
        becomes(state -> state.operatorSwitch() == OperatorSwitch.SUPERVISOR);
        emulator.set(Contact.SWITCH_MAINTENANCE, false);
        emulator.set(Contact.SWITCH_SUPERVISOR, false);
        becomes(state -> state.operatorSwitch() == OperatorSwitch.RUN);
    }

    @Test
    void seesWhoComesAndTheLossOfMains() throws Exception {
        isServing();
        emulator.set(Contact.PRESENCE, true);
        becomes(state -> state.presence() == Presence.PRESENT);
        emulator.set(Contact.POWER_FAIL, true);
        becomes(state -> state.mains() == PowerIn.NO_POWER);
        assertThat(Await.status(
                                cabinet,
                                "it is as wished",
                                each -> !each.faults().isEmpty())
                        .faults())
                .containsExactly(CabinetFaults.POWER_FAIL);
    }

    @Test
    void lightsGlowUntilToldOtherwiseAndAreOffWhenTheDriverEnds() throws Exception {
        isServing();
        cabinet.light(Light.SCANNER, Glow.CONTINUOUS);
        cabinet.light(Light.CARD_READER, Glow.QUICK);
        Await.until("it is so", () -> emulator.isLit(Lamp.SCANNER) && emulator.isLit(Lamp.CARD_READER));
        Await.until("it is so", () -> !emulator.isLit(Lamp.CARD_READER));
        Await.until("it is so", () -> emulator.isLit(Lamp.CARD_READER));
        cabinet.light(Light.SCANNER, Glow.OFF);
        Await.until("it is so", () -> !emulator.isLit(Lamp.SCANNER));
        cabinet.light(Light.SCANNER, Glow.CONTINUOUS);
        Await.until("it is so", () -> emulator.isLit(Lamp.SCANNER));
        cabinet.close();
        for (Lamp lamp : Lamp.values()) {
            assertThat(emulator.isLit(lamp)).as(lamp.name()).isFalse();
        }
    }

    @Test
    void aLightComesBackWithTheBoard() throws Exception {
        isServing();
        cabinet.light(Light.SCANNER, Glow.CONTINUOUS);
        Await.until("it is so", () -> emulator.isLit(Lamp.SCANNER));
        emulator.unplug();
        Await.status(cabinet, "it is as wished", each -> each.availability() == Availability.NO_DEVICE);
        cabinet.light(Light.SCANNER, Glow.OFF);
        cabinet.light(Light.DOCUMENT_PRINTER, Glow.CONTINUOUS);
        emulator.plug();
        Await.until("it is so", () -> emulator.isLit(Lamp.DOCUMENT_PRINTER) && !emulator.isLit(Lamp.SCANNER));
    }

    @Test
    void beepsOnceAndStops() throws Exception {
        isServing();
        cabinet.beep(Cabinet.Beep.ERROR);
        Await.until("it is so", () -> emulator.isLit(Lamp.BEEPER));
        Await.until("it is so", () -> !emulator.isLit(Lamp.BEEPER));
    }

    @Test
    void saysWhatItSenses() {
        assertThat(cabinet.kind()).isEqualTo(DeviceKind.SIGNALS);
        assertThat(cabinet.capabilities()).contains(Capability.SENSES_DOOR, Capability.SENSES_HEADPHONES);
    }

    private DeviceStatus isServing() throws Exception {
        return Await.status(cabinet, "it is as wished", DeviceStatus::canServe);
    }

    private void becomes(Predicate<CabinetState> wished) throws Exception {
        CompletableFuture<CabinetState> seen = new CompletableFuture<>();
        try (var unused = cabinet.onState(state -> {
            if (wished.test(state)) {
                seen.complete(state);
            }
        })) {
            if (!wished.test(cabinet.state())) {
                seen.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }
}
