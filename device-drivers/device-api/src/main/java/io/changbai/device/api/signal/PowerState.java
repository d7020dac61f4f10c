package io.changbai.device.api.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Mains and battery, in the words of XFS4IoT PowerManagement.
 *
 * @param powerIn whether mains comes in
 * @param battery how it is
 * @param charging what happens to it now
 * @param charge 0 to 100, where the supply measures it
 * @param runtime how long the battery will last, where the supply says so
 * @param endsSoon the battery is nearly empty with no mains, or the supply was told to switch off: this machine must be
 *     shut down in order now
 */
public record PowerState(
        PowerIn powerIn,
        Battery battery,
        Charging charging,
        OptionalInt charge,
        Optional<Duration> runtime,
        boolean endsSoon) {

    /** Nobody says anything: treated as mains, with a warning by the device's status. */
    public static final PowerState UNKNOWN = new PowerState(
            PowerIn.UNKNOWN, Battery.UNKNOWN, Charging.UNKNOWN, OptionalInt.empty(), Optional.empty(), false);

    public PowerState {
        Objects.requireNonNull(powerIn);
        Objects.requireNonNull(battery);
        Objects.requireNonNull(charging);
        Objects.requireNonNull(charge);
        Objects.requireNonNull(runtime);
    }

    /** What has begun is finished, nothing new begins. */
    public boolean onlyFinish() {
        return powerIn == PowerIn.NO_POWER || endsSoon;
    }

    public enum Battery {
        UNKNOWN,
        FULL,
        OPERATIONAL,
        LOW,
        CRITICAL,
        /** Must be replaced. */
        FAILURE
    }

    public enum Charging {
        UNKNOWN,
        CHARGING,
        DISCHARGING,
        NOT_CHARGING
    }
}
