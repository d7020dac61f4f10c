package io.changbai.device.api.driver;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Holds what a driver knows of its device and tells listeners when it changes: never for the same status twice, and a
 * fault only once it was seen {@code confirmations} times running, so that one flicker raises no alarm.
 */
public final class StatusBoard {

    private final Clock clock;
    private final int confirmations;
    private final Map<String, DeviceFault> raised = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final List<Consumer<DeviceStatus>> listeners = new CopyOnWriteArrayList<>();
    private DeviceStatus status;

    /** @param confirmations how often a fault must be reported in a row before it counts; at least 1 */
    public StatusBoard(Clock clock, int confirmations) {
        this.clock = clock;
        this.confirmations = confirmations;
        this.status = new DeviceStatus(Availability.UNKNOWN, List.of(), List.of(), Instant.now(clock));
    }

    public synchronized DeviceStatus status() {
        return status;
    }

    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Says what one look at the device showed. A fault not among {@code faults} is cleared at once.
     *
     * @param faults everything wrong as of this look
     */
    public void look(Availability availability, List<DeviceFault> faults, List<Supply> supplies) {
        publish(confirm(availability, faults, supplies));
    }

    private synchronized DeviceStatus confirm(
            Availability availability, List<DeviceFault> faults, List<Supply> supplies) {
        Map<String, Integer> before = new LinkedHashMap<>(seen);
        seen.clear();
        raised.clear();
        for (DeviceFault fault : faults) {
            int times = before.getOrDefault(fault.code(), 0) + 1;
            seen.put(fault.code(), times);
            if (times >= confirmations) {
                raised.put(fault.code(), fault);
            }
        }
        List<DeviceFault> worstFirst = new ArrayList<>(raised.values());
        worstFirst.sort(Comparator.comparing(DeviceFault::severity).reversed());
        boolean same = availability == status.availability()
                && worstFirst.equals(status.faults())
                && supplies.equals(status.supplies());
        if (same) {
            return null;
        }
        Instant since = availability == status.availability() ? status.since() : Instant.now(clock);
        status = new DeviceStatus(availability, worstFirst, supplies, since);
        return status;
    }

    private void publish(DeviceStatus changed) {
        if (changed != null) {
            listeners.forEach(listener -> listener.accept(changed));
        }
    }
}
