package io.changbai.device.api.face;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a capture ended. */
public sealed interface CaptureResult {

    record Captured(FaceImage image) implements CaptureResult {}

    /** No usable picture within the patience. */
    record NoFace() implements CaptureResult {}

    record Cancelled() implements CaptureResult {}

    record Failed(DeviceFault fault) implements CaptureResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<FaceImage, T> captured,
            Supplier<T> noFace,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Captured c) {
            return captured.apply(c.image());
        } else if (this instanceof NoFace) {
            return noFace.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
