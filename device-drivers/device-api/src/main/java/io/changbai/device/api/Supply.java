package io.changbai.device.api;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Something a device uses up.
 *
 * @param name for example {@code receipt-paper}, {@code a4-paper}, {@code toner-black}
 * @param level in steps a person understands
 * @param percent 0 to 100 where the device measures it; empty where it does not (never a guess)
 */
public record Supply(String name, Level level, OptionalInt percent) {

    public Supply {
        Objects.requireNonNull(name);
        Objects.requireNonNull(level);
        if (percent.isPresent() && (percent.getAsInt() < 0 || percent.getAsInt() > 100)) {
            throw new IllegalArgumentException("percent: " + percent.getAsInt());
        }
    }

    public static Supply of(String name, Level level) {
        return new Supply(name, level, OptionalInt.empty());
    }

    public enum Level {
        UNKNOWN,
        FULL,
        LOW,
        OUT
    }
}
