package io.changbai.platform.messages.operations;

import java.util.List;

/**
 * The state of a terminal as of now; published on every change and as a heartbeat.
 *
 * @param service {@code IN_SERVICE}, {@code ATTENDANT_NEEDED} or {@code OUT_OF_SERVICE}
 * @param site place name from the terminal's site settings
 * @param version of the application
 * @param uptimeSeconds since the application started
 * @param heapBytes used by the application
 * @param pendingTransactions records not yet acknowledged
 */
public record TerminalState(
        String service,
        String site,
        String version,
        long uptimeSeconds,
        long heapBytes,
        int pendingTransactions,
        List<DeviceReport> devices) {

    /**
     * @param id for example {@code receipt-printer}
     * @param kind name of a device kind
     * @param availability name of an availability, as in XFS4IoT
     */
    public record DeviceReport(
            String id, String kind, String availability, List<FaultReport> faults, List<SupplyReport> supplies) {}

    /**
     * @param code stable fault code
     * @param severity {@code INFO}, {@code WARNING} or {@code FAULT}
     * @param mender who can mend it
     * @param text one English sentence
     */
    public record FaultReport(String code, String severity, String mender, String text) {}

    /**
     * @param level {@code UNKNOWN}, {@code FULL}, {@code LOW} or {@code OUT}
     * @param percent 0 to 100, or null where the device does not measure it
     */
    public record SupplyReport(String name, String level, Integer percent) {}
}
