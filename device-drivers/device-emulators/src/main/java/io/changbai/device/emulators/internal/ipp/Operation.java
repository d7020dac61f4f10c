package io.changbai.device.emulators.internal.ipp;

import java.util.List;
import java.util.Optional;

/** The operations this printer knows. */
enum Operation {
    PRINT_JOB(0x0002),
    VALIDATE_JOB(0x0004),
    CREATE_JOB(0x0005),
    SEND_DOCUMENT(0x0006),
    CANCEL_JOB(0x0008),
    GET_JOB_ATTRIBUTES(0x0009),
    GET_JOBS(0x000A),
    GET_PRINTER_ATTRIBUTES(0x000B);

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static List<Operation> all() {
        return List.of(values());
    }

    static Optional<Operation> of(int code) {
        return all().stream().filter(each -> each.code == code).findFirst();
    }
}
