package io.changbai.platform.messages.core;

/** Asks what became of a key. */
public record OutcomeQuery(String idempotencyKey) {}
