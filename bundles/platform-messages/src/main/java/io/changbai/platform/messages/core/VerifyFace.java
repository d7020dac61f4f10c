package io.changbai.platform.messages.core;

/**
 * One captured face to compare with the person's record.
 *
 * @param jpeg the picture; wiped by the sender after sending
 * @param consentId the separate consent it rests on
 */
public record VerifyFace(String personId, String consentId, byte[] jpeg) {
    @Override
    public String toString() {
        return "VerifyFace[redacted]";
    }
}
