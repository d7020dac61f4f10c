package io.changbai.cabinet.internal.voice;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.api.signal.PowerIn;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A cabinet whose only signal is the jack for headphones. */
final class Headphones implements Cabinet {

    private volatile Presence presence = Presence.PRESENT;

    void are(Presence now) {
        presence = now;
    }

    @Override
    public CabinetState state() {
        return new CabinetState(Door.CLOSED, false, Presence.UNKNOWN, OperatorSwitch.RUN, presence, PowerIn.UNKNOWN);
    }

    @Override
    public String id() {
        return "cabinet";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNALS;
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(Availability.ONLINE, List.of(), List.of(), Instant.EPOCH);
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return () -> {};
    }

    @Override
    public Subscription onState(Consumer<CabinetState> listener) {
        return () -> {};
    }

    @Override
    public void light(Light light, Glow glow) {}

    @Override
    public void beep(Beep beep) {}

    @Override
    public void resetTamper() {}
}
