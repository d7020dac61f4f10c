package io.changbai.device.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Device.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What every device holds to, whoever built it. A driver's test implements this and the contract of its class of device;
 * how the far end is plugged and unplugged is the test's own affair.
 */
public interface DeviceContract {

    /** Longest wait for anything a working device does by itself, re-opening after back-off included. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** The device under test; its far end is plugged in and has nothing to read. The same at each call in one test. */
    Device device();

    /** Pulls the cable at the far end. */
    void unplug();

    /** Puts the cable back. */
    void plug();

    @Test
    default void isHonestWhenTheCableIsPulledAndRecoversWithoutARestart() throws Exception {
        awaitStatus(device(), DeviceStatus::canServe);
        unplug();
        awaitStatus(
                device(),
                status -> status.availability() == Availability.NO_DEVICE
                        && status.faults().stream()
                                .anyMatch(fault -> fault.code().endsWith("-NO-DEVICE")));
        plug();
        DeviceStatus again = awaitStatus(device(), DeviceStatus::canServe);
        assertThat(again.faults()).isEmpty();
    }

    @Test
    default void hasTheNameAndKindOfItsClass() {
        assertThat(device().id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(device().kind()).isNotNull();
    }

    @Test
    default void tellsNobodyWhoClosedTheSubscription() throws Exception {
        awaitStatus(device(), DeviceStatus::canServe);
        CompletableFuture<DeviceStatus> told = new CompletableFuture<>();
        Subscription subscription = device().onStatus(told::complete);
        subscription.close();
        subscription.close();
        unplug();
        awaitStatus(device(), status -> !status.canServe());
        assertThat(told).isNotDone();
    }

    /** Waits until the device's status is as wished. */
    static DeviceStatus awaitStatus(Device device, Predicate<DeviceStatus> wished) throws Exception {
        CompletableFuture<DeviceStatus> seen = new CompletableFuture<>();
        Subscription subscription = device.onStatus(status -> {
            if (wished.test(status)) {
                seen.complete(status);
            }
        });
        try (subscription) {
            DeviceStatus now = device.status();
            if (wished.test(now)) {
                return now;
            }
            return seen.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still " + device.status(), e);
        }
    }

    /** Waits for the end of a command. */
    static <R> R end(DeviceCommand<R> command) throws Exception {
        return command.result().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
