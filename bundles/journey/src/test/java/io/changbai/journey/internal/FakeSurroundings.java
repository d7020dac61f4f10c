package io.changbai.journey.internal;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.device.api.speech.SpeechResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A cabinet, a power supply and a voice the test handles. */
final class FakeSurroundings {

    private FakeSurroundings() {}

    static final class FakeCabinet extends FakePeripheral implements Cabinet {
        final Map<Light, Glow> lights = new EnumMap<>(Light.class);
        private CabinetState state = signals(Door.CLOSED, false, OperatorSwitch.RUN, PowerIn.POWERING);
        private Consumer<CabinetState> listener = nobody -> {};

        static CabinetState signals(Door door, boolean tampered, OperatorSwitch operator, PowerIn mains) {
            return new CabinetState(door, tampered, Presence.PRESENT, operator, Presence.UNKNOWN, mains);
        }

        void becomes(CabinetState next) {
            state = next;
            listener.accept(next);
        }

        void door(Door door) {
            becomes(signals(door, false, OperatorSwitch.RUN, PowerIn.POWERING));
        }

        Set<Light> glowing() {
            Set<Light> glowing = EnumSet.noneOf(Light.class);
            lights.forEach((light, glow) -> {
                if (glow != Glow.OFF) {
                    glowing.add(light);
                }
            });
            return glowing;
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.SIGNALS;
        }

        @Override
        public CabinetState state() {
            return state;
        }

        @Override
        public Subscription onState(Consumer<CabinetState> toTell) {
            listener = toTell;
            return () -> listener = nobody -> {};
        }

        @Override
        public void light(Light light, Glow glow) {
            lights.put(light, glow);
        }

        @Override
        public void beep(Beep beep) {}

        @Override
        public void resetTamper() {}
    }

    static final class FakePower extends FakePeripheral implements PowerSupply {
        private PowerState power = power(PowerIn.POWERING, false);
        private Consumer<PowerState> listener = nobody -> {};

        static PowerState power(PowerIn in, boolean endsSoon) {
            return new PowerState(
                    in,
                    PowerState.Battery.OPERATIONAL,
                    PowerState.Charging.UNKNOWN,
                    OptionalInt.of(80),
                    Optional.of(Duration.ofMinutes(9)),
                    endsSoon);
        }

        void becomes(PowerState next) {
            power = next;
            listener.accept(next);
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.POWER_SUPPLY;
        }

        @Override
        public PowerState power() {
            return power;
        }

        @Override
        public Subscription onPower(Consumer<PowerState> toTell) {
            listener = toTell;
            return () -> listener = nobody -> {};
        }
    }

    static final class FakeSpeech extends FakePeripheral implements SpeechOutput {
        int visitsEnded;

        @Override
        public DeviceKind kind() {
            return DeviceKind.SPEECH;
        }

        @Override
        public DeviceCommand<SpeechResult> say(Sentence sentence) {
            throw new AssertionError("the journey is silent");
        }

        @Override
        public void hush() {}

        @Override
        public void volume(int step) {}

        @Override
        public int volume() {
            return USUAL;
        }

        @Override
        public void loudspeaker(boolean on) {}

        @Override
        public boolean loudspeaker() {
            return false;
        }

        @Override
        public void visitEnded() {
            visitsEnded++;
        }
    }
}
