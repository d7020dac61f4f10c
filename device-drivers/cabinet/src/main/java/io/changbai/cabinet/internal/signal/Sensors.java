package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.signal.CabinetState;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.signal.PowerIn;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The wired inputs, debounced, and what they say of the cabinet. Used by the device's thread. */
final class Sensors {

    private final Map<Input, Line> lines;
    private final Map<Input, Debounced> inputs = new EnumMap<>(Input.class);
    private final Tampering tampering;

    /** @param hold how long nobody must have been seen before nobody is there */
    Sensors(Map<Input, Line> lines, Duration hold, Tampering tampering) {
        this.lines = lines;
        this.tampering = tampering;
        lines.keySet()
                .forEach(input -> inputs.put(
                        input, new Debounced(input.untilYes(), input == Input.PRESENCE ? hold : input.untilNo())));
    }

    /** One look at all lines. */
    CabinetState see(BitSet levels, Instant now) {
        inputs.forEach((input, debounced) -> debounced.see(lines.get(input).meansYes(levels), now));
        boolean sensed = level(Input.TAMPER).orElse(false);
        if (sensed) {
            tampering.latch();
        } else if (state().operatorSwitch() == OperatorSwitch.SUPERVISOR) {
            tampering.reset(); // who turned that key is the operator
        }
        return state();
    }

    /** The board is gone; what was latched stays. */
    CabinetState forget() {
        inputs.values().forEach(Debounced::forget);
        return state();
    }

    CabinetState state() {
        return new CabinetState(
                level(Input.DOOR).map(open -> open ? Door.OPEN : Door.CLOSED).orElse(Door.UNKNOWN),
                tampering.isLatched(),
                presence(Input.PRESENCE),
                operatorSwitch(),
                presence(Input.HEADPHONES),
                level(Input.POWER_FAIL)
                        .map(failed -> failed ? PowerIn.NO_POWER : PowerIn.POWERING)
                        .orElse(PowerIn.UNKNOWN));
    }

    /** Whether the tamper sensor says so now. */
    boolean sensesTampering() {
        return level(Input.TAMPER).orElse(false);
    }

    Map<Input, Long> bounces() {
        Map<Input, Long> bounces = new EnumMap<>(Input.class);
        inputs.forEach((input, debounced) -> bounces.put(input, debounced.bounces()));
        return bounces;
    }

    private Presence presence(Input input) {
        return level(input)
                .map(there -> there ? Presence.PRESENT : Presence.NOT_PRESENT)
                .orElse(Presence.UNKNOWN);
    }

    private OperatorSwitch operatorSwitch() {
        if (level(Input.SUPERVISOR).orElse(false)) {
            return OperatorSwitch.SUPERVISOR;
        }
        return level(Input.MAINTENANCE).orElse(false) ? OperatorSwitch.MAINTENANCE : OperatorSwitch.RUN;
    }

    private Optional<Boolean> level(Input input) {
        return Optional.ofNullable(inputs.get(input)).flatMap(Debounced::level);
    }
}
