package io.changbai.platform.messages.operations;

/**
 * One step of one transaction. Never holds a person.
 *
 * @param transactionId UUID, also the idempotency key of what it does at the platform
 * @param step counts up by one within the transaction, from 1
 * @param service catalogue id, for example {@code participation-certificate}
 * @param state name of the transaction state reached
 * @param previous name of the state left; null for the first
 * @param cause name of the event that led here
 * @param reference certificate or case number once known; null before
 * @param at ISO 8601 instant on the terminal's clock
 */
public record TransactionRecord(
        String transactionId,
        int step,
        String service,
        String state,
        String previous,
        String cause,
        String reference,
        String at) {}
