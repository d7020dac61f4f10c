package io.changbai.journey.internal;

import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.journey.Screen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is around the visit: the cabinet with its door and its lights, the power it runs on, its voice. Each is there or
 * not; a terminal without them serves all the same. Safe for any thread.
 */
final class Surroundings {

    private final Runnable changed;
    private final Map<Light, Glow> shown = new EnumMap<>(Light.class);
    private Cabinet cabinet;
    private PowerSupply power;
    private SpeechOutput speech;
    private Subscription cabinetStates = () -> {};
    private Subscription powerStates = () -> {};

    /** @param changed called on a device's thread when doors or power change; must only hand over */
    Surroundings(Runnable changed) {
        this.changed = changed;
    }

    synchronized void set(Cabinet now) {
        cabinet = now;
        cabinetStates.close();
        cabinetStates = now.onState(state -> changed.run());
        shown.forEach(now::light);
        changed.run();
    }

    synchronized void set(PowerSupply now) {
        power = now;
        powerStates.close();
        powerStates = now.onPower(state -> changed.run());
        changed.run();
    }

    synchronized void set(SpeechOutput now) {
        speech = now;
    }

    synchronized void unset(Cabinet gone) {
        if (cabinet == gone) {
            cabinet = null;
            cabinetStates.close();
        }
    }

    synchronized void unset(PowerSupply gone) {
        if (power == gone) {
            power = null;
            powerStates.close();
        }
    }

    synchronized void unset(SpeechOutput gone) {
        if (speech == gone) {
            speech = null;
        }
    }

    /** Message keys of why nobody new may begin; what has begun is finished. */
    List<String> reasons() {
        CabinetState signals = signals();
        List<String> reasons = new ArrayList<>();
        if (cabinetIsOpen(signals) || signals.operatorSwitch() != OperatorSwitch.RUN) {
            reasons.add("missing.MAINTENANCE");
        }
        if (signals.mains() == PowerIn.NO_POWER || power().onlyFinish()) {
            reasons.add("missing.POWER");
        }
        return reasons;
    }

    /** Whether a visit must end as soon as nothing is in motion: somebody is inside the cabinet, or the power ends. */
    boolean mustEnd() {
        return cabinetIsOpen(signals()) || power().endsSoon();
    }

    private static boolean cabinetIsOpen(CabinetState signals) {
        return signals.door() == Door.OPEN || signals.tampered();
    }

    private synchronized CabinetState signals() {
        return cabinet == null ? CabinetState.UNKNOWN : cabinet.state();
    }

    private synchronized PowerState power() {
        return power == null ? PowerState.UNKNOWN : power.power();
    }

    /** Lights follow the screen; the voice forgets the visit with it. */
    synchronized void follow(Screen screen) {
        Map<Light, Glow> wanted = Guidance.of(screen);
        for (Light light : Light.values()) {
            Glow glow = wanted.getOrDefault(light, Glow.OFF);
            if (shown.put(light, glow) != glow && cabinet != null) {
                cabinet.light(light, glow);
            }
        }
        if (speech != null && screen instanceof Screen.End) {
            speech.visitEnded();
        }
    }

    /** The journey ends: nothing waits for anybody any more. */
    synchronized void dark() {
        shown.keySet().forEach(light -> {
            if (cabinet != null) {
                cabinet.light(light, Glow.OFF);
            }
        });
        shown.clear();
        cabinetStates.close();
        powerStates.close();
    }
}
