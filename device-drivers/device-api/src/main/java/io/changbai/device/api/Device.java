package io.changbai.device.api;

import java.util.Set;
import java.util.function.Consumer;

/**
 * One peripheral of the terminal. Registered as a service as soon as it is configured; absent hardware is a
 * {@link DeviceStatus}, never a missing service.
 */
public interface Device {

    /** Stable name within the terminal, for example {@code id-card-reader}; used in faults, telemetry and thread names. */
    String id();

    DeviceKind kind();

    /** What is true now. Never blocks. */
    DeviceStatus status();

    /** What the device said of itself so far. Never blocks. */
    default DeviceInformation information() {
        return DeviceInformation.UNKNOWN;
    }

    /** What this device can do beyond its class; may grow once the device was identified. Never blocks. */
    default Set<Capability> capabilities() {
        return Set.of();
    }

    /**
     * Calls {@code listener} with each later status, on the device's thread; the listener must only hand over.
     *
     * @return closes the subscription
     */
    Subscription onStatus(Consumer<DeviceStatus> listener);

    /** Ends what {@link #onStatus} began. Closing twice is harmless. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
