package io.changbai.cabinet.internal.power;

import io.changbai.device.api.signal.PowerState;
import java.util.Optional;

/** Believes in mains that went or came only when two looks running say so: one flicker must end no visit. */
final class Confirmed {

    private PowerState candidate;

    /** What to believe after this look; empty when it has to be seen again. */
    Optional<PowerState> see(PowerState seen) {
        boolean first = candidate == null;
        boolean again = !first && seen.powerIn() == candidate.powerIn() && seen.endsSoon() == candidate.endsSoon();
        candidate = seen;
        return first || again ? Optional.of(seen) : Optional.empty();
    }

    /** Nothing is known any more; the next look counts at once. */
    void forget() {
        candidate = null;
    }
}
