package io.changbai.transactions;

/**
 * One transaction as of its newest step. Holds no person.
 *
 * @param id UUID; the idempotency key of everything done for it outside
 * @param service catalogue id
 * @param step counts up by one, from 1
 * @param reference certificate or case number; null before it is known
 */
public record Transaction(String id, String service, TransactionState state, int step, String reference) {}
