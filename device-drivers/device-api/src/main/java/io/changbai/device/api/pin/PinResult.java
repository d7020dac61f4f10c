package io.changbai.device.api.pin;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the typing of a PIN ended. */
public sealed interface PinResult {

    record Captured(PinBlock block) implements PinResult {}

    /** The person pressed the cancel key, or nobody wants the PIN any more. */
    record Cancelled() implements PinResult {}

    /** The person did not finish in time. */
    record TimedOut() implements PinResult {}

    /** The pad cannot work. */
    record Failed(DeviceFault fault) implements PinResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<PinBlock, T> captured,
            Supplier<T> cancelled,
            Supplier<T> timedOut,
            Function<DeviceFault, T> failed) {
        if (this instanceof Captured c) {
            return captured.apply(c.block());
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        } else if (this instanceof TimedOut) {
            return timedOut.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
