package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.signal.Light;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which line of the board is what. What is not in here is not wired. */
final class Wiring {

    private final Map<Input, Line> inputs = new EnumMap<>(Input.class);
    private final Map<Light, Line> lights = new EnumMap<>(Light.class);
    private final Optional<Line> beeper;

    Wiring(Map<Input, Line> inputs, Map<Light, Line> lights, Optional<Line> beeper) {
        this.inputs.putAll(inputs);
        this.lights.putAll(lights);
        this.beeper = beeper;
    }

    Map<Input, Line> inputs() {
        return Map.copyOf(inputs);
    }

    BitSet inputLines() {
        return lines(inputs.values().stream());
    }

    BitSet outputLines() {
        return lines(Stream.concat(lights.values().stream(), beeper.stream()));
    }

    private static BitSet lines(Stream<Line> wired) {
        BitSet lines = new BitSet();
        wired.forEach(line -> lines.set(line.number()));
        return lines;
    }

    /** Levels with which exactly these lights are lit; two lights may share a line. */
    BitSet levels(Set<Light> lit, boolean beeping) {
        BitSet levels = new BitSet();
        lights.forEach((light, line) -> {
            if (!lit.contains(light)) {
                levels.set(line.number(), line.level(false));
            }
        });
        lights.forEach((light, line) -> {
            if (lit.contains(light)) {
                levels.set(line.number(), line.level(true));
            }
        });
        beeper.ifPresent(line -> levels.set(line.number(), line.level(beeping)));
        return levels;
    }

    /** Everything off. */
    BitSet safe() {
        return levels(Set.of(), false);
    }
}
