package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.Supply;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import io.changbai.platform.messages.operations.TerminalState.SupplyReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one look says to operations, without what changes all the time anyway. */
record StateReport(String service, List<DeviceReport> devices) {

    private static final Set<DeviceKind> IDENTIFYING =
            EnumSet.of(DeviceKind.ID_CARD_READER, DeviceKind.SOCIAL_CARD_READER, DeviceKind.QR_SCANNER);
    /** What stands around all devices: when it answers and says no, nobody is served. */
    private static final Set<DeviceKind> SURROUNDING = EnumSet.of(DeviceKind.SIGNALS, DeviceKind.POWER_SUPPLY);

    private static final Set<DeviceKind> PRINTING = EnumSet.of(DeviceKind.RECEIPT_PRINTER, DeviceKind.DOCUMENT_PRINTER);

    static StateReport of(List<Watched> looks) {
        return new StateReport(
                service(looks), looks.stream().map(StateReport::device).toList());
    }

    /**
     * Out of service when nobody can be identified, nothing can be printed, nothing can be recorded, the cabinet is open or
     * there is no mains.
     */
    private static String service(List<Watched> looks) {
        boolean records = looks.stream()
                .noneMatch(look -> !look.isDevice() && look.availability() == Availability.HARDWARE_ERROR);
        if (!records || !anyServes(looks, IDENTIFYING) || !anyServes(looks, PRINTING) || anyForbids(looks)) {
            return "OUT_OF_SERVICE";
        }
        return looks.stream().flatMap(look -> look.faults().stream()).anyMatch(StateReport::needsSomebody)
                ? "ATTENDANT_NEEDED"
                : "IN_SERVICE";
    }

    private static boolean anyServes(List<Watched> looks, Set<DeviceKind> kinds) {
        return looks.stream()
                .filter(Watched::isDevice)
                .anyMatch(look -> kinds.contains(DeviceKind.valueOf(look.kind()))
                        && look.availability().canServe());
    }

    private static boolean anyForbids(List<Watched> looks) {
        return looks.stream()
                .filter(Watched::isDevice)
                .filter(look -> SURROUNDING.contains(DeviceKind.valueOf(look.kind())))
                .filter(look ->
                        look.availability() != Availability.NO_DEVICE && look.availability() != Availability.UNKNOWN)
                .anyMatch(look -> !look.availability().canServe()
                        || look.faults().stream().anyMatch(fault -> fault.severity() == Severity.FAULT));
    }

    private static boolean needsSomebody(DeviceFault fault) {
        return fault.severity() != Severity.INFO
                && (fault.mender() == Mender.ATTENDANT || fault.mender() == Mender.TECHNICIAN);
    }

    private static DeviceReport device(Watched look) {
        return new DeviceReport(
                look.id(),
                look.isDevice() ? look.kind() : look.id().toUpperCase(java.util.Locale.ROOT),
                look.availability().name(),
                look.faults().stream().map(StateReport::fault).toList(),
                look.supplies().stream().map(StateReport::supply).toList());
    }

    private static FaultReport fault(DeviceFault fault) {
        return new FaultReport(
                fault.code(), fault.severity().name(), fault.mender().name(), fault.text());
    }

    private static SupplyReport supply(Supply supply) {
        Integer percent = supply.percent().isPresent() ? supply.percent().getAsInt() : null;
        return new SupplyReport(supply.name(), supply.level().name(), percent);
    }
}
