package io.changbai.platform.messages.enrolment;

/**
 * Body of every refusal (401 unknown or expired code, 409 code used with another key, 400 malformed).
 *
 * @param reason {@code CODE_UNKNOWN}, {@code CODE_EXPIRED}, {@code CODE_USED} or {@code MALFORMED}
 * @param text one plain sentence for the technician
 */
public record EnrolmentRefusal(String reason, String text) {}
