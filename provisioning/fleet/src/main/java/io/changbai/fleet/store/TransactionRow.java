package io.changbai.fleet.store;

import java.time.Instant;
import java.util.List;

/**
 * A transaction as far as it has arrived.
 *
 * @param reference null until known
 * @param states in the order of their steps
 */
public record TransactionRow(
        String terminalId,
        String transactionId,
        String service,
        String reference,
        Instant updatedAt,
        List<String> states) {}
