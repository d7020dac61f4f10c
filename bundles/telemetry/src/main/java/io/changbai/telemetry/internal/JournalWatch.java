package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.journal.JournalHealth;
import io.changbai.journal.JournalHealth.JournalFault;

/** The journal, seen as something that can be out of order. */
final class JournalWatch {

    private final JournalHealth health;

    JournalWatch(JournalHealth health) {
        this.health = health;
    }

    Watched look() {
        return Watched.other(
                "journal",
                health.takesRecords() ? Availability.ONLINE : Availability.HARDWARE_ERROR,
                health.faults().stream().map(JournalWatch::fault).toList());
    }

    private static DeviceFault fault(JournalFault fault) {
        return new DeviceFault(
                fault.code(),
                fault.stopsRecords() ? Severity.FAULT : Severity.WARNING,
                Mender.TECHNICIAN,
                fault.text());
    }
}
