package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What differs between printer models and sites.
 *
 * @param processId whether the printer answers process ids, the only receipt for "really printed"
 * @param automaticStatus whether it tells of changes by itself (GS a)
 * @param identifies whether it says who it is (GS I)
 * @param preparesFonts whether fonts are opened while nobody prints
 * @param poll how often an idle printer is asked
 * @param answer how long its answers may take
 * @param job how long a job may take once its last byte was sent
 */
record PrinterProfile(
        PaperFormat paper,
        OutletRules outlet,
        FlowControl flow,
        boolean processId,
        boolean automaticStatus,
        boolean identifies,
        boolean preparesFonts,
        Duration poll,
        Duration answer,
        Duration job) {

    Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(outlet.capabilities());
        if (processId) {
            all.add(Capability.CONFIRMS_PRINTED);
        }
        return Set.copyOf(all);
    }
}
