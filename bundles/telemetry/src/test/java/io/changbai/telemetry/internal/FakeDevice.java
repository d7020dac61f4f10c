package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A device that says what the test tells it to say. */
final class FakeDevice implements Device {

    private final String id;
    private final DeviceKind kind;
    final List<Consumer<DeviceStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile DeviceStatus status;

    FakeDevice(String id, DeviceKind kind) {
        this.id = id;
        this.kind = kind;
        say(Availability.UNKNOWN, List.of(), List.of());
    }

    FakeDevice online() {
        return say(Availability.ONLINE, List.of(), List.of());
    }

    FakeDevice say(Availability availability, List<DeviceFault> faults, List<Supply> supplies) {
        status = new DeviceStatus(availability, faults, supplies, Instant.EPOCH);
        listeners.forEach(listener -> listener.accept(status));
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceKind kind() {
        return kind;
    }

    @Override
    public DeviceStatus status() {
        return status;
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
