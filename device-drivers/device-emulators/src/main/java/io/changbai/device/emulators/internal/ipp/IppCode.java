package io.changbai.device.emulators.internal.ipp;

/** Status codes of IPP (RFC 8011 appendix B) that this responder uses. */
final class IppCode {
    static final int OK = 0x0000;
    static final int BAD_REQUEST = 0x0400;
    static final int NOT_POSSIBLE = 0x0404;
    static final int NOT_FOUND = 0x0406;
    static final int FORMAT_NOT_SUPPORTED = 0x040A;
    static final int OPERATION_NOT_SUPPORTED = 0x0501;
    static final int VERSION_NOT_SUPPORTED = 0x0503;
    static final int NOT_ACCEPTING_JOBS = 0x0506;

    private IppCode() {}
}
