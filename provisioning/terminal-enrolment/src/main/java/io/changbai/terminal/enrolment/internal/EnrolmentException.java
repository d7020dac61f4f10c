package io.changbai.terminal.enrolment.internal;

import io.changbai.terminal.enrolment.TerminalPapers.EnrolmentFault;

/** An attempt failed for a reason a technician can read. */
final class EnrolmentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean isFinal;

    private EnrolmentException(String code, String text, boolean isFinal, Throwable cause) {
        super(text, cause);
        this.code = code;
        this.isFinal = isFinal;
    }

    static EnrolmentException refused(String text) {
        return new EnrolmentException("ENR-REFUSED", text, true, null);
    }

    static EnrolmentException unreachable(String text, Throwable cause) {
        return new EnrolmentException("ENR-UNREACHABLE", text, false, cause);
    }

    static EnrolmentException wrongAuthority(String text) {
        return new EnrolmentException("ENR-WRONG-AUTHORITY", text, false, null);
    }

    static EnrolmentException keyStore(String text, Throwable cause) {
        return new EnrolmentException("ENR-KEY-STORE", text, false, cause);
    }

    /** Whether asking again cannot help. */
    boolean isFinal() {
        return isFinal;
    }

    EnrolmentFault fault() {
        return new EnrolmentFault(code, getMessage());
    }
}
