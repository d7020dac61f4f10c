package io.changbai.platform.messages.core;

/**
 * @param caseNumber stands on the receipt
 * @param validUntil ISO date, the day before which the next certification is due
 * @param verifyUrl content of the receipt's QR code
 * @param maskedName for the receipt
 */
public record PensionCertified(
        String caseNumber, String certifiedAt, String validUntil, String verifyUrl, String maskedName) {}
