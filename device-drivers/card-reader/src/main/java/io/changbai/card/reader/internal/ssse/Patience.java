package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for somebody outside while a card is held powered: bounded, and given up at once when the command is cancelled. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long SLICE_MILLIS = 100;

    private final Duration limit;
    private final Cancellation cancellation;

    Patience(Duration limit, Cancellation cancellation) {
        this.limit = limit;
        this.cancellation = cancellation;
    }

    /** What was answered; empty when nothing came in time, the asked one failed, or nobody wants it any more. */
    <T> Optional<T> await(Supplier<CompletionStage<T>> question) {
        try {
            return await(question.get().toCompletableFuture());
        } catch (RuntimeException e) { // whoever is asked is not ours
            LOG.warn("keys: no answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private <T> Optional<T> await(Future<T> answer) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end && !cancellation.isCancelled()) {
            try {
                return Optional.ofNullable(answer.get(SLICE_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException | CompletionException e) {
                LOG.warn("keys: no answer: {}", String.valueOf(e.getCause()));
                return Optional.empty();
            }
        }
        answer.cancel(false);
        LOG.warn("keys: no answer in time");
        return Optional.empty();
    }
}
