package io.changbai.fleet.store;

import java.time.Instant;

/** Something the central side noticed itself, for example a one-time code shown by a second key. */
public record EventRow(Instant happenedAt, String kind, String terminalId, String text) {}
