package io.changbai.fleet.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Last known state of each terminal. */
final class TerminalRows {

    private final Handle handle;

    TerminalRows(Handle handle) {
        this.handle = handle;
    }

    /** Heard of it: it is online, and runs as {@code bootId}. */
    void seen(String terminalId, String bootId, Instant at) {
        handle.createUpdate("INSERT INTO terminal (terminal_id, online, changed_at, last_seen)"
                        + " VALUES (:terminal, FALSE, :at, :at) ON CONFLICT DO NOTHING")
                .bind("terminal", terminalId)
                .bind("at", at)
                .execute();
        handle.createUpdate("UPDATE terminal SET last_seen = :at,"
                        + " changed_at = CASE WHEN online AND last_seen > :stale THEN changed_at ELSE :at END,"
                        + " online = TRUE WHERE terminal_id = :terminal")
                .bind("terminal", terminalId)
                .bind("at", at)
                .bind("stale", at.minus(FleetView.SILENCE))
                .execute();
        if (bootId != null) {
            boot(terminalId, bootId, at);
        }
    }

    /**
     * A boot id that is neither the present one nor new was left for another and came back: two machines take turns with
     * one certificate.
     */
    private void boot(String terminalId, String bootId, Instant at) {
        handle.createUpdate("UPDATE terminal SET"
                        + " two_boots_at = CASE WHEN previous_boot_id = :boot THEN :at ELSE two_boots_at END,"
                        + " previous_boot_id = boot_id, boot_id = :boot"
                        + " WHERE terminal_id = :terminal AND (boot_id IS NULL OR boot_id <> :boot)")
                .bind("terminal", terminalId)
                .bind("boot", bootId)
                .bind("at", at)
                .execute();
    }

    void gone(String terminalId, Instant at) {
        handle.createUpdate(
                        "UPDATE terminal SET online = FALSE, changed_at = :at WHERE terminal_id = :terminal AND online")
                .bind("terminal", terminalId)
                .bind("at", at)
                .execute();
    }

    void state(String terminalId, String state, Instant at) {
        handle.createUpdate("UPDATE terminal SET state = :state, state_at = :at WHERE terminal_id = :terminal")
                .bind("terminal", terminalId)
                .bind("state", state)
                .bind("at", at)
                .execute();
    }
}
