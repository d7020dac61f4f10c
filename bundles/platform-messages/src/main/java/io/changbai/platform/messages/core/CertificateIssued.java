package io.changbai.platform.messages.core;

import java.util.List;

/**
 * An issued participation certificate: what stands on the page. Kept in memory for one visit.
 *
 * @param number certificate number, for example {@code CB-2026-0000001}
 * @param verifyUrl content of the QR code; the platform answers it with true or false
 * @param issuedAt ISO 8601 instant
 * @param issuer name of the issuing agency
 * @param name full name, to print exactly
 * @param idNumber full number, to print
 * @param rows one per insurance and month span, in order
 * @param totalMonths months contributed in the period
 */
public record CertificateIssued(
        String number,
        String verifyUrl,
        String issuedAt,
        String issuer,
        String name,
        String idNumber,
        String fromMonth,
        String toMonth,
        List<Row> rows,
        int totalMonths) {

    /**
     * @param insurance {@code PENSION}, {@code MEDICAL} or {@code UNEMPLOYMENT}
     * @param employer who paid
     * @param months contributed in this span
     * @param baseFen contribution base per month in fen
     */
    public record Row(String insurance, String employer, String fromMonth, String toMonth, int months, long baseFen) {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    @Override
    public String toString() {
        return "CertificateIssued[" + number + "]";
    }
}
