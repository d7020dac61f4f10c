package io.changbai.platform.messages.enrolment;

/**
 * POST {@code /enrol}.
 *
 * @param code one-time code from the work order; used up by the first key that shows it
 * @param csr PKCS#10 request in PEM; its key was made on the terminal; its subject is not trusted
 */
public record EnrolmentRequest(String code, String csr) {
    @Override
    public String toString() {
        return "EnrolmentRequest[redacted]";
    }
}
