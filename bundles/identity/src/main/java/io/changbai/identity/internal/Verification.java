package io.changbai.identity.internal;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.CaptureResult.Captured;
import io.changbai.device.api.face.FaceImage;
import io.changbai.identity.FaceResult;
import io.changbai.identity.FaceResult.NotVerified;
import io.changbai.identity.FaceResult.Why;
import io.changbai.identity.IdentityCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One face, captured, compared and wiped. Every way to the result leads over {@link #end}, which wipes first. Runs on the
 * identity thread.
 */
final class Verification implements IdentityCommand<FaceResult> {

    private final Executor thread;
    private final Function<FaceImage, CompletionStage<FaceResult>> platform;
    private final CompletableFuture<FaceResult> result = new CompletableFuture<>();
    private final CompletableFuture<Void> presented = new CompletableFuture<>();
    private DeviceCommand<CaptureResult> capture;
    private FaceImage image;
    private boolean cancelled;

    Verification(Executor thread, Function<FaceImage, CompletionStage<FaceResult>> platform) {
        this.thread = thread;
        this.platform = platform;
    }

    void begin(DeviceCommand<CaptureResult> command) {
        capture = command;
        command.result().whenCompleteAsync(this::captured, thread);
        if (cancelled) {
            command.cancel();
        }
    }

    void cannotBegin() {
        end(cancelled ? Why.CANCELLED : Why.CAMERA_FAILED);
    }

    private void captured(CaptureResult captured, Throwable defect) {
        Why why = defect != null
                ? Why.CAMERA_FAILED
                : captured.match(
                        this::hold,
                        hint -> Why.NO_FACE,
                        liveness -> Why.NOT_LIVE,
                        () -> Why.CANCELLED,
                        fault -> Why.CAMERA_FAILED);
        if (cancelled) {
            end(Why.CANCELLED);
        } else if (why != null) {
            end(why);
        } else {
            compare();
        }
    }

    private Why hold(Captured taken) {
        image = taken.image();
        return null;
    }

    private void compare() {
        presented.complete(null);
        try {
            platform.apply(image).whenCompleteAsync((verdict, defect) -> end(verdict, defect), thread);
        } catch (RuntimeException defect) {
            end(null, defect);
        }
    }

    private void end(Why why) {
        end(new NotVerified(why), null);
    }

    private void end(FaceResult verdict, Throwable defect) {
        if (image != null) {
            image.wipe();
            image = null;
        }
        if (defect != null) {
            result.completeExceptionally(defect);
        } else {
            result.complete(verdict);
        }
    }

    @Override
    public CompletionStage<FaceResult> result() {
        return result.minimalCompletionStage();
    }

    @Override
    public CompletionStage<Void> presented() {
        return presented.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        thread.execute(() -> {
            cancelled = true;
            if (presented.isDone()) {
                end(Why.CANCELLED);
            } else if (capture != null) {
                capture.cancel();
            }
        });
    }
}
