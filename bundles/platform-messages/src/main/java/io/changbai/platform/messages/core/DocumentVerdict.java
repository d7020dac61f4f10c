package io.changbai.platform.messages.core;

/**
 * @param genuine whether the platform issued it and it holds
 * @param kind {@code PARTICIPATION_CERTIFICATE} or {@code PENSION_CERTIFICATION}; null when not genuine
 * @param number document number; null when not genuine
 */
public record DocumentVerdict(boolean genuine, String kind, String number) {}
