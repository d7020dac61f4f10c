package io.changbai.journey.internal;

import io.changbai.device.api.print.PaperOutlet;
import io.changbai.identity.Identity;
import io.changbai.journey.Screen.Tile;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.ResidentService.Capability;
import io.changbai.resident.services.ResidentServices;
import io.changbai.transactions.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What works now. Asked before anyone identifies, and again before anything is sent. Never blocks. */
final class Capabilities {

    private final ResidentServices services;
    private final Identity identity;
    private final Transactions transactions;
    private final Printers printers;
    private final Surroundings surroundings;

    Capabilities(
            ResidentServices services,
            Identity identity,
            Transactions transactions,
            Printers printers,
            Surroundings surroundings) {
        this.surroundings = surroundings;
        this.services = services;
        this.identity = identity;
        this.transactions = transactions;
        this.printers = printers;
    }

    String site() {
        return services.standing().site();
    }

    boolean mustEnd() {
        return surroundings.mustEnd();
    }

    boolean cardPresent() {
        return printers.cardPresent();
    }

    /** Unknown where the printer has no sensor. */
    PaperOutlet.State receiptOutlet() {
        return printers.receiptOutlet();
    }

    List<Tile> tiles() {
        return services.catalogue().stream()
                .map(service -> {
                    List<String> missing = missing(service);
                    return new Tile(service.id(), service.texts(), missing.isEmpty(), missing);
                })
                .toList();
    }

    /** Message keys of everything that stops every service, worst first; empty when something works. */
    List<String> reasonsOutOfService(List<Tile> tiles) {
        if (tiles.stream().anyMatch(Tile::works)) {
            return List.of();
        }
        Set<String> reasons = new LinkedHashSet<>();
        tiles.forEach(tile -> reasons.addAll(tile.reasons()));
        return List.copyOf(reasons);
    }

    /** Message keys of what the service lacks before somebody begins. */
    List<String> missing(ResidentService service) {
        List<String> missing = new ArrayList<>(surroundings.reasons());
        missing.addAll(missingToPerform(service));
        boolean canAsk = services.standing().connected();
        if (canAsk && identity.waysNow().isEmpty()) {
            missing.add("missing.IDENTIFICATION");
        }
        if (canAsk && service.needs().contains(Capability.FACE) && !identity.faceNow()) {
            missing.add("missing.FACE");
        }
        return missing;
    }

    /** Message keys of what it lacks once the person is known and verified. */
    List<String> missingToPerform(ResidentService service) {
        Set<Capability> needs = service.needs();
        ResidentServices.Standing standing = services.standing();
        List<String> missing = new ArrayList<>();
        if (!standing.enrolled()) {
            missing.add("missing.ENROLMENT");
        } else if (needs.contains(Capability.PLATFORM) && !standing.connected()) {
            missing.add("missing.PLATFORM");
        }
        if (needs.contains(Capability.JOURNAL) && !transactions.isAvailable()) {
            missing.add("missing.JOURNAL");
        }
        if (needs.contains(Capability.DOCUMENT_PRINTER) && printers.document().isEmpty()) {
            missing.add("missing.DOCUMENT_PRINTER");
        }
        if (needs.contains(Capability.RECEIPT_PRINTER) && printers.receipt().isEmpty()) {
            missing.add("missing.RECEIPT_PRINTER");
        }
        return missing;
    }
}
