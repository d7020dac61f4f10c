package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.platform.link.LinkStatus;
import io.changbai.platform.link.LinkStatus.LinkFault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The link, seen as something that can be out of order. Networks blink: a fault counts only when it has stood for a
 * while, so that a poor line does not fill the journal with events.
 */
final class LinkWatch {

    /** The network comes back by itself; wrong papers and a second terminal with our name do not. */
    private static final Set<String> SELF_CLEARING = Set.of("LNK-UNREACHABLE", "LNK-SILENT");

    private final LinkStatus link;
    private final long confirmNanos;
    private final LongSupplier nanoTime;
    private String code = "";
    private long since;

    LinkWatch(LinkStatus link, Duration confirm, LongSupplier nanoTime) {
        this.link = link;
        this.confirmNanos = confirm.toNanos();
        this.nanoTime = nanoTime;
    }

    boolean isConnected() {
        return link.state() == LinkStatus.State.CONNECTED;
    }

    Watched look() {
        LinkFault fault = link.fault().orElse(null);
        String now = fault == null ? "" : fault.code();
        if (!now.equals(code)) {
            code = now;
            since = nanoTime.getAsLong();
        }
        boolean counts = fault != null && nanoTime.getAsLong() - since >= confirmNanos;
        return Watched.other(
                "link",
                isConnected() ? Availability.ONLINE : Availability.OFFLINE,
                counts ? List.of(deviceFault(fault)) : List.of());
    }

    private static DeviceFault deviceFault(LinkFault fault) {
        Mender mender = SELF_CLEARING.contains(fault.code()) ? Mender.SELF_CLEARING : Mender.TECHNICIAN;
        return new DeviceFault(fault.code(), Severity.WARNING, mender, fault.text());
    }
}
