package io.changbai.platform.messages.core;

/**
 * Certifies that a pensioner lives.
 *
 * @param idempotencyKey made before sending; the same key always gives the same answer
 * @param faceProof from {@link FaceVerdict}
 */
public record CertifyPension(String idempotencyKey, String personId, String faceProof, String terminalId) {}
