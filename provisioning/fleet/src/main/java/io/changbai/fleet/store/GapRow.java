package io.changbai.fleet.store;

import java.time.Instant;

/** Records that should have come and have not, both ends included. */
public record GapRow(
        String terminalId, String feed, String epoch, long firstMissing, long lastMissing, Instant noticedAt) {}
