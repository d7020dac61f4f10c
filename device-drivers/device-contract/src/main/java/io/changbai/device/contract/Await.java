package io.changbai.device.contract;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.changbai.device.api.Device;
import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waits that end: with what was waited for, or with a sentence. */
public final class Await {

    /** Longest wait for anything a working device does by itself, re-opening after back-off included. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private Await() {}

    /** Waits until the device can serve. */
    public static DeviceStatus ready(Device device) {
        return status(device, "it can serve", DeviceStatus::canServe);
    }

    /** Waits until the device's status is as wished. */
    public static DeviceStatus status(Device device, String wish, Predicate<DeviceStatus> wished) {
        CompletableFuture<DeviceStatus> seen = new CompletableFuture<>();
        Subscription subscription = device.onStatus(status -> {
            if (wished.test(status)) {
                seen.complete(status);
            }
        });
        try (subscription) {
            DeviceStatus now = device.status();
            return wished.test(now) ? now : seen.get(PATIENCE.toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "waited " + PATIENCE.toSeconds() + " s that " + wish + ", and still " + device.status(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until something is so. */
    public static void until(String wish, BooleanSupplier wished) {
        if (!within(PATIENCE, wished)) {
            throw new AssertionError("waited " + PATIENCE.toSeconds() + " s that " + wish);
        }
    }

    /** Waits until something is so, and says whether it came to be. */
    public static boolean within(Duration patience, BooleanSupplier wished) {
        long end = System.nanoTime() + patience.toNanos();
        while (!wished.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return wished.getAsBoolean();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** Waits for the end of a command. A command that ends with an exception is a defect in the driver. */
    public static <R> R end(DeviceCommand<R> command) {
        try {
            return command.result().toCompletableFuture().get(PATIENCE.toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the command did not end within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the command ended with a defect: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("the check was interrupted", e);
    }
}
