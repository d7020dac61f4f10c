package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerSupply;
import org.junit.jupiter.api.Test;

/** What every power supply holds to. */
public interface PowerSupplyContract extends DeviceContract {

    /** What happens to the power. */
    interface PowerHands extends Hands {

        void mains(boolean on);

        /** Without mains, until the supply says that it ends. */
        void drain();
    }

    @Override
    PowerSupply device();

    @Override
    PowerHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.POWER_SUPPLY;
    }

    @Test
    default void takesSilenceForMainsUnlessItWasOnBattery() {
        Await.ready(device());
        hands().pullCable();
        Await.until("nothing is known", () -> device().power().equals(PowerState.UNKNOWN));
        assertThat(device().power().onlyFinish()).isFalse();
        hands().plugCable();
        Await.ready(device());
        hands().mains(false);
        Await.until("it is on battery", () -> device().power().powerIn() == PowerIn.NO_POWER);
        hands().pullCable();
        Await.status(device(), "it is not there", status -> !status.canServe());
        assertThat(device().power().onlyFinish()).isTrue();
    }

    @Test
    default void tellsOfBatteryAndOfItsEndAndOfMains() {
        Await.ready(device());
        Await.until("there is mains", () -> device().power().powerIn() == PowerIn.POWERING);
        hands().mains(false);
        fault("UPS-ON-BATTERY");
        assertThat(device().power().onlyFinish()).isTrue();
        assertThat(device().power().endsSoon()).isFalse();
        hands().drain();
        fault("UPS-LOW-BATTERY");
        assertThat(device().power().endsSoon()).isTrue();
        hands().mains(true);
        DeviceStatus again = Await.status(
                device(), "mains is back", status -> status.faults().isEmpty());
        assertThat(again.supplies()).isNotEmpty();
        assertThat(device().power().onlyFinish()).isFalse();
    }

    private void fault(String code) {
        Await.status(
                device(),
                "it raises " + code,
                status -> status.faults().stream().map(DeviceFault::code).anyMatch(code::equals));
    }
}
