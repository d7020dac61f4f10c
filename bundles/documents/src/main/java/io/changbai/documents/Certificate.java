package io.changbai.documents;

import java.util.List;

/**
 * Content of an A4 certificate, in the order of the page. All texts are final: nothing is translated here.
 *
 * @param title large, centred
 * @param statement paragraphs above the table
 * @param header column titles
 * @param rows as many cells as the header has
 * @param closing paragraphs below the table over the full width: total, what the page is worth
 * @param issuance short lines under the seal: issuer, date
 * @param seal short text in the round seal, the issuing agency's name
 * @param number printed beside the code and in every footer
 * @param verifyUrl content of the QR code
 * @param footer terminal code and job id; page n/m is added
 */
public record Certificate(
        String title,
        List<String> statement,
        List<String> header,
        List<List<String>> rows,
        List<String> closing,
        List<String> issuance,
        String seal,
        String number,
        String verifyUrl,
        String footer) {
    @Override
    public String toString() {
        return "Certificate[" + number + "]";
    }
}
