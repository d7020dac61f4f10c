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
    private static final Set<DeviceKind> PRINTING = EnumSet.of(DeviceKind.RECEIPT_PRINTER, DeviceKind.DOCUMENT_PRINTER);

    static StateReport of(List<Watched> looks) {
        return new StateReport(
                service(looks), looks.stream().map(StateReport::device).toList());
    }

    /** Out of service when nobody can be identified, nothing can be printed or nothing can be recorded. */
    private static String service(List<Watched> looks) {
        boolean records = looks.stream()
                .noneMatch(look -> !look.isDevice() && look.availability() == Availability.HARDWARE_ERROR);
        if (!records || !anyServes(looks, IDENTIFYING) || !anyServes(looks, PRINTING)) {
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
