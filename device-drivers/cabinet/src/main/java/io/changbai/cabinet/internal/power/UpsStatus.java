package io.changbai.cabinet.internal.power;

import io.changbai.device.api.signal.PowerIn;
import io.changbai.device.api.signal.PowerState;
import io.changbai.device.api.signal.PowerState.Battery;
import io.changbai.device.api.signal.PowerState.Charging;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The flags of {@code ups.status} in XFS4IoT's words: OL mains, OB battery, LB battery low, RB replace battery, CHRG and
 * DISCHRG, FSD told to switch off, OFF, BYPASS, OVER. Flags nobody knows change nothing.
 */
final class UpsStatus {

    /** Below this a supply that does not say LB by itself is taken as saying it. */
    private static final int CRITICAL_PERCENT = 10;

    private static final int FULL_PERCENT = 100;
    private static final long LONGEST_RUNTIME = Duration.ofDays(7).toSeconds();

    private UpsStatus() {}

    /** Whether the words are a status at all: without mains or battery among them nothing is known. */
    static boolean isStatus(String status) {
        Set<String> flags = flags(status);
        return flags.contains("OL") || flags.contains("OB") || flags.contains("FSD") || flags.contains("BYPASS");
    }

    /**
     * @param status the value of {@code ups.status}
     * @param charge the value of {@code battery.charge}, empty when there is none
     * @param runtime the value of {@code battery.runtime} in seconds, empty when there is none
     */
    static PowerState of(String status, String charge, String runtime) {
        Set<String> flags = flags(status);
        boolean onBattery = flags.contains("OB");
        OptionalInt percent = percent(charge);
        boolean low = flags.contains("LB") || onBattery && percent.orElse(FULL_PERCENT) < CRITICAL_PERCENT;
        boolean endsSoon = flags.contains("FSD") || onBattery && low;
        return new PowerState(
                onBattery ? PowerIn.NO_POWER : PowerIn.POWERING,
                battery(flags, low, onBattery, percent),
                charging(flags, onBattery),
                percent,
                seconds(runtime),
                endsSoon);
    }

    /** What remains of a state when the supply falls silent: on battery silence is no good news. */
    static PowerState afterSilence(PowerState last) {
        return last.onlyFinish() ? last : PowerState.UNKNOWN;
    }

    private static Set<String> flags(String status) {
        return Set.copyOf(
                List.of(status.strip().split("\\s+")).stream().distinct().toList());
    }

    private static Battery battery(Set<String> flags, boolean low, boolean onBattery, OptionalInt percent) {
        if (flags.contains("RB")) {
            return Battery.FAILURE;
        }
        if (low) {
            return onBattery ? Battery.CRITICAL : Battery.LOW;
        }
        return percent.orElse(0) >= FULL_PERCENT ? Battery.FULL : Battery.OPERATIONAL;
    }

    private static Charging charging(Set<String> flags, boolean onBattery) {
        if (onBattery || flags.contains("DISCHRG")) {
            return Charging.DISCHARGING;
        }
        return flags.contains("CHRG") ? Charging.CHARGING : Charging.NOT_CHARGING;
    }

    private static OptionalInt percent(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,6})?")
                ? OptionalInt.of(Math.min(FULL_PERCENT, (int) Double.parseDouble(text)))
                : OptionalInt.empty();
    }

    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(LONGEST_RUNTIME, (long) Double.parseDouble(text))));
    }
}
