package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every cabinet holds to, whatever board its signals are on. */
public interface CabinetContract extends DeviceContract {

    /** What a hand does to a cabinet, and an eye sees of it. */
    interface CabinetHands extends Hands {

        void door(boolean open);

        /** Hits the cabinet, or opens it by force; and stops. */
        void tamper(boolean on);

        void headphones(boolean in);

        /** Turns the operator switch to supervisor, and back to run. */
        void supervisor(boolean on);

        boolean isLit(Light light);
    }

    @Override
    Cabinet device();

    @Override
    CabinetHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.SIGNALS;
    }

    @Test
    default void knowsNothingOfTheDoorWhileUnplugged() {
        Await.ready(device());
        Await.until("the door is closed", () -> device().state().door() == Door.CLOSED);
        hands().pullCable();
        Await.until("the door is unknown", () -> device().state().door() == Door.UNKNOWN);
        assertThat(device().state().somebodyMayBeThere()).isTrue();
    }

    @Test
    default void tellsOfAnOpenDoorAndOfAClosedOne(TestReporter reporter) {
        Await.ready(device());
        Stopwatch watch = Stopwatch.start();
        hands().door(true);
        DeviceStatus open = Await.status(
                device(),
                "it says that somebody is in the way",
                status -> !status.canServe() && !status.faults().isEmpty());
        watch.tell(reporter, "from door to fault");
        assertThat(open.faults()).extracting(DeviceFault::code).containsExactly("CAB-DOOR-OPEN");
        assertThat(device().state().door()).isEqualTo(Door.OPEN);
        hands().door(false);
        assertThat(Await.ready(device()).faults()).isEmpty();
    }

    @Test
    default void latchesTamperingUntilAnOperatorResetsIt() {
        Await.ready(device());
        hands().tamper(true);
        Await.until("it is tampered with", () -> device().state().tampered());
        hands().tamper(false);
        hands().headphones(true);
        Await.until("headphones are in", () -> device().state().headphones() == Presence.PRESENT);
        assertThat(device().state().tampered()).isTrue();
        assertThat(device().status().availability()).isEqualTo(Availability.FRAUD_ATTEMPT);
        hands().supervisor(true);
        Await.until("an operator reset it", () -> !device().state().tampered());
        hands().supervisor(false);
        Await.ready(device());
    }

    @Test
    default void lightsWhatItIsToldAndNothingAfterItsEnd() {
        Await.ready(device());
        assertThat(hands().isLit(Light.SCANNER)).isFalse();
        device().light(Light.SCANNER, Glow.CONTINUOUS);
        Await.until("the light is lit", () -> hands().isLit(Light.SCANNER));
        device().light(Light.SCANNER, Glow.QUICK);
        Await.until("it blinks: off", () -> !hands().isLit(Light.SCANNER));
        Await.until("it blinks: on", () -> hands().isLit(Light.SCANNER));
        device().light(Light.SCANNER, Glow.CONTINUOUS);
        Await.until("the light is lit", () -> hands().isLit(Light.SCANNER));
        close();
        Await.until("the light is off", () -> !hands().isLit(Light.SCANNER));
    }
}
