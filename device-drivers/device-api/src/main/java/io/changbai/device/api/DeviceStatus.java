package io.changbai.device.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is true of a device now.
 *
 * @param availability whether it can serve
 * @param faults what is wrong, worst first; empty when nothing is
 * @param supplies what it uses up; empty for devices without supplies
 * @param since when this availability began
 */
public record DeviceStatus(Availability availability, List<DeviceFault> faults, List<Supply> supplies, Instant since) {

    public DeviceStatus {
        Objects.requireNonNull(availability);
        Objects.requireNonNull(since);
        faults = List.copyOf(faults);
        supplies = List.copyOf(supplies);
    }

    public boolean canServe() {
        return availability.canServe();
    }
}
