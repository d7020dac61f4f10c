package io.changbai.device.api.face;

import io.changbai.device.api.DeviceFault;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a capture ended. */
public sealed interface CaptureResult {

    /**
     * One picture that is good enough, with the liveness the site asks for.
     *
     * @param liveness {@code LIVE}, or {@code NOT_CHECKED} where the site's configuration is content with that
     */
    record Captured(FaceImage image, FaceQuality quality, Liveness liveness) implements CaptureResult {}

    /**
     * No usable picture within the patience.
     *
     * @param last what stood in the way at the end; empty when not even a frame could be looked at
     */
    record NoFace(Optional<Guidance> last) implements CaptureResult {}

    /**
     * A good picture, and not of a face that is known to live. The picture is wiped.
     *
     * @param liveness {@code SPOOF}, {@code UNSURE}, or {@code NOT_CHECKED} where the site asks for a check
     */
    record NotLive(Liveness liveness) implements CaptureResult {}

    record Cancelled() implements CaptureResult {}

    record Failed(DeviceFault fault) implements CaptureResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<Captured, T> captured,
            Function<Optional<Guidance>, T> noFace,
            Function<Liveness, T> notLive,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Captured c) {
            return captured.apply(c);
        } else if (this instanceof NoFace n) {
            return noFace.apply(n.last());
        } else if (this instanceof NotLive n) {
            return notLive.apply(n.liveness());
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
