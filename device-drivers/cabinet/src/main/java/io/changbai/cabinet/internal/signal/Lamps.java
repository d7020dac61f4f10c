package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.signal.Cabinet.Beep;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What lights and beeper were told, and which outputs that makes at a moment. Told by any thread, asked by the device's. */
final class Lamps {

    private record Told(Glow glow, Instant since) {}

    private final Wiring wiring;
    private final Map<Light, Told> told = new EnumMap<>(Light.class);
    private Instant beepUntil = Instant.MIN;

    Lamps(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The same glow again goes on as it was: a light told twice must not stay lit between its flashes. */
    synchronized void tell(Light light, Glow glow, Instant now) {
        Told before = told.get(light);
        if (before == null || before.glow() != glow) {
            told.put(light, new Told(glow, now));
        }
    }

    synchronized void beep(Beep beep, Instant now) {
        beepUntil = now.plus(length(beep));
    }

    private static Duration length(Beep beep) {
        return switch (beep) {
            case KEYPRESS -> Duration.ofMillis(60);
            case WARNING -> Duration.ofMillis(250);
            case ERROR -> Duration.ofMillis(800);
        };
    }

    synchronized BitSet levels(Instant now) {
        Set<Light> lit = EnumSet.noneOf(Light.class);
        told.forEach((light, each) -> {
            if (each.glow().isLit(each.since(), now)) {
                lit.add(light);
            }
        });
        return wiring.levels(lit, now.isBefore(beepUntil));
    }
}
