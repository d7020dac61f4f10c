package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A command that ends even when the device's thread hangs in the reader; what comes after that is dropped. */
final class GuardedCommand<R> implements DeviceCommand<R> {

    private final DeviceCommand<R> inner;
    private final Supplier<R> whenHanging;
    private final CompletableFuture<R> result = new CompletableFuture<>();

    GuardedCommand(DeviceCommand<R> inner, Supplier<R> whenHanging) {
        this.inner = inner;
        this.whenHanging = whenHanging;
        inner.result().whenComplete((end, defect) -> {
            if (defect == null) {
                result.complete(end);
            } else {
                result.completeExceptionally(defect);
            }
        });
    }

    /** Ends it on the watchdog's thread; when the reader lets go, the device's thread finds it cancelled. */
    void hangs() {
        inner.cancel();
        result.complete(whenHanging.get());
    }

    /** Called when the device's thread has done with it, however it ended. */
    void onThreadEnd(Runnable end) {
        inner.result().whenComplete((result, defect) -> end.run());
    }

    @Override
    public CompletionStage<R> result() {
        return result.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        inner.cancel();
    }
}
