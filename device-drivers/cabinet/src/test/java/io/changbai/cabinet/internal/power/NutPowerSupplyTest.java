package io.changbai.cabinet.internal.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerState.Battery;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.PowerSupplyEmulator;
import io.changbai.device.emulators.PowerSupplyEmulator.Mood;
import io.changbai.device.link.internal.UriChannels;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power supply over an emulated upsd. */
class NutPowerSupplyTest {

    private final PowerSupplyEmulator emulator = new PowerSupplyEmulator(0).start();
    private final NutPowerSupply supply = open("");

    @AfterEach
    void end() {
        supply.close();
        emulator.close();
    }

    private NutPowerSupply open(String ups) {
        SteadyClock clock = new SteadyClock();
        return new NutPowerSupply(
                new UriChannels(),
                "tcp://127.0.0.1:" + emulator.port(),
                ups,
                Duration.ofMillis(20),
                new Shutdown(List.of(), Duration.ZERO, clock),
                clock);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "STALE", "GARBAGE", "ENDLESS", "TRUNCATED"})
    void aServerThatSaysNothingUsefulIsNoDeviceAndNothingIsKnown(Mood mood) throws Exception {
        isServing();
        emulator.mood(mood);
        DeviceStatus gone = Await.status(
                supply, "it is as wished", status -> !status.faults().isEmpty());
        assertThat(gone.availability()).isEqualTo(Availability.NO_DEVICE);
        assertThat(gone.faults()).extracting(DeviceFault::code).containsExactly("UPS-NO-DEVICE");
        becomes(state -> state.equals(PowerState.UNKNOWN));
        assertThat(supply.power().onlyFinish())
                .as("unknown is treated as mains")
                .isFalse();
        emulator.mood(Mood.FINE);
        isServing();
        becomes(state -> state.powerIn() == PowerIn.POWERING);
    }

    @Test
    void aStatusThatIsNoneIsNotTakenForMains() throws Exception {
        isServing();
        emulator.set("ups.status", "WAIT");
        Await.status(supply, "it is as wished", status -> status.availability() == Availability.NO_DEVICE);
    }

    @Test
    void refusesANameThatWouldMakeAnotherQuestion() {
        assertThatThrownBy(() -> open("ups\nSHUTDOWN")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSupplyUpsdDoesNotKnowIsNotThere() throws Exception {
        NutPowerSupply other = open("other");
        try {
            Await.status(other, "it is as wished", status -> status.availability() == Availability.NO_DEVICE);
        } finally {
            other.close();
        }
    }

    @Test
    void silenceOnBatteryStaysOnBattery() throws Exception {
        isServing();
        emulator.set("ups.status", "OB DISCHRG");
        becomes(state -> state.powerIn() == PowerIn.NO_POWER);
        emulator.unplug();
        Await.status(supply, "it is as wished", status -> status.availability() == Availability.NO_DEVICE);
        assertThat(supply.power().powerIn()).isEqualTo(PowerIn.NO_POWER);
    }

    @Test
    void fromMainsToTheLastMinuteAndBack() throws Exception {
        DeviceStatus fine = isServing();
        assertThat(fine.supplies()).containsExactly(new Supply("battery", Supply.Level.FULL, OptionalInt.of(100)));
        emulator.set("ups.status", "OB DISCHRG");
        emulator.set("battery.charge", "60");
        DeviceStatus battery = faults("UPS-ON-BATTERY");
        assertThat(battery.supplies()).containsExactly(new Supply("battery", Supply.Level.FULL, OptionalInt.of(60)));
        assertThat(supply.power().onlyFinish()).isTrue();
        assertThat(supply.power().endsSoon()).isFalse();
        emulator.set("ups.status", "OB LB DISCHRG");
        emulator.set("battery.runtime", "90");
        faults("UPS-LOW-BATTERY");
        assertThat(supply.power().endsSoon()).isTrue();
        assertThat(supply.power().battery()).isEqualTo(Battery.CRITICAL);
        assertThat(supply.power().runtime()).hasValue(Duration.ofSeconds(90));
        emulator.mains();
        faults();
        assertThat(supply.power().onlyFinish()).isFalse();
    }

    @Test
    void asksForANewBattery() throws Exception {
        isServing();
        emulator.set("ups.status", "OL RB");
        faults("UPS-REPLACE-BATTERY");
        assertThat(supply.status().canServe()).isTrue();
        assertThat(supply.power().onlyFinish()).isFalse();
    }

    @Test
    void saysWhatItIs() throws Exception {
        isServing();
        assertThat(supply.kind()).isEqualTo(DeviceKind.POWER_SUPPLY);
        assertThat(supply.information()).isEqualTo(new DeviceInformation("Emulated 1000", "1.0", "EMU-0001"));
    }

    @Test
    void aSupplyThatMeasuresNothingStillTellsOfMains() throws Exception {
        emulator.set("battery.charge", "");
        emulator.set("battery.runtime", "");
        emulator.set("device.model", "");
        isServing();
        becomes(state -> state.charge().isEmpty() && state.powerIn() == PowerIn.POWERING);
    }

    private DeviceStatus isServing() throws Exception {
        return Await.status(supply, "it is as wished", DeviceStatus::canServe);
    }

    private DeviceStatus faults(String... codes) throws Exception {
        return Await.status(
                supply,
                "it is as wished",
                status ->
                        status.faults().stream().map(DeviceFault::code).toList().equals(List.of(codes)));
    }

    private void becomes(Predicate<PowerState> wished) throws Exception {
        CompletableFuture<PowerState> seen = new CompletableFuture<>();
        try (var unused = supply.onPower(state -> {
            if (wished.test(state)) {
                seen.complete(state);
            }
        })) {
            if (!wished.test(supply.power())) {
                seen.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }
}
