package io.changbai.platform.messages.core;

/**
 * Asks whether a document is genuine.
 *
 * @param verifyUrl as read from its QR code
 */
public record VerifyDocument(String verifyUrl) {}
