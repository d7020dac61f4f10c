package io.changbai.platform.messages.core;

/**
 * What the platform has under an idempotency key.
 *
 * @param state {@code NEVER_SEEN} (and from now on refused), {@code DONE} or {@code REJECTED}
 * @param reference certificate or case number when {@code DONE}; null otherwise
 */
public record Outcome(String state, String reference) {}
