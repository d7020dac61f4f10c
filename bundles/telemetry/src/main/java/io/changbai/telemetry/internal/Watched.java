package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import java.util.List;

/**
 * What is known of one thing that can be out of order, as of one look.
 *
 * @param id for example {@code receipt-printer}, {@code journal}
 * @param kind of a device; empty for what is no device
 * @param faults worst first
 */
record Watched(String id, String kind, Availability availability, List<DeviceFault> faults, List<Supply> supplies) {

    static Watched device(Device device) {
        DeviceStatus status = device.status();
        return new Watched(
                device.id(), device.kind().name(), status.availability(), status.faults(), status.supplies());
    }

    static Watched other(String id, Availability availability, List<DeviceFault> faults) {
        return new Watched(id, "", availability, faults, List.of());
    }

    boolean isDevice() {
        return !kind.isEmpty();
    }

    /** False before the first look at a device: its faults of the last run are neither confirmed nor gone. */
    boolean isKnown() {
        return availability != Availability.UNKNOWN;
    }
}
