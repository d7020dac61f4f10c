package io.changbai.fleet.store;

import java.time.Instant;

/**
 * A terminal as of now.
 *
 * @param since when it went on- or offline
 * @param bootId null before the first message that carries one
 * @param twoBoots whether two machines take turns with its certificate
 * @param state JSON of its last {@code TerminalState}; null before the first
 */
public record TerminalRow(
        String terminalId,
        boolean online,
        Instant since,
        Instant lastSeen,
        String bootId,
        boolean twoBoots,
        String state,
        Instant stateAt) {}
