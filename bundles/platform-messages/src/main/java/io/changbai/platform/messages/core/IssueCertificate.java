package io.changbai.platform.messages.core;

/**
 * Asks for a participation certificate.
 *
 * @param idempotencyKey made at review; the same key always gives the same certificate
 * @param faceProof from {@link FaceVerdict}
 * @param fromMonth {@code yyyy-MM}, inclusive
 * @param toMonth {@code yyyy-MM}, inclusive
 * @param terminalId printed in the footer
 */
public record IssueCertificate(
        String idempotencyKey,
        String personId,
        String faceProof,
        String fromMonth,
        String toMonth,
        String terminalId) {}
