package io.changbai.device.api.page;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a capture of a page ended. */
public sealed interface PageResult {

    record Captured(Page page) implements PageResult {}

    /** No page was seen. */
    record NoPage() implements PageResult {}

    /** A page reaches over the edge of the picture: it must be moved to the middle. */
    record OutOfView() implements PageResult {}

    /** Too little light to see anything. */
    record Dark() implements PageResult {}

    /** A page was seen, but it moved or was out of focus to the end; so does a page with nothing on it look. */
    record Blurred() implements PageResult {}

    /** Nobody wants the page any more, or its visit is over. */
    record Cancelled() implements PageResult {}

    record Failed(DeviceFault fault) implements PageResult {}

    /**
     * One function per way to end, so that a forgotten one does not compile.
     *
     * @param unusable for {@link NoPage}, {@link OutOfView}, {@link Dark} and {@link Blurred}: what the resident can mend
     */
    default <T> T match(
            Function<Page, T> captured,
            Function<PageResult, T> unusable,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Captured c) {
            return captured.apply(c.page());
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        } else if (this instanceof Failed f) {
            return failed.apply(f.fault());
        }
        return unusable.apply(this);
    }
}
