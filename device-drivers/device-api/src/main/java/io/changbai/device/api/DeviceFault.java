package io.changbai.device.api;

import java.util.Objects;

/**
 * A condition on a device that somebody has to mend, or that mends itself. The screen, the alarm and the technician's
 * page read this same record.
 *
 * @param code stable, for example {@code PRN-PAPER-OUT}; letters, digits and dashes
 * @param severity what it stops
 * @param mender who can mend it
 * @param text one plain English sentence for technicians and operators; never shown to residents
 */
public record DeviceFault(String code, Severity severity, Mender mender, String text) {

    public DeviceFault {
        if (!code.matches("[A-Z0-9]+(-[A-Z0-9]+)+")) {
            throw new IllegalArgumentException("fault code: " + code);
        }
        Objects.requireNonNull(severity);
        Objects.requireNonNull(mender);
        Objects.requireNonNull(text);
    }

    public enum Severity {
        /** Worth knowing; everything works. */
        INFO,
        /** Works, and will stop working unless somebody acts. */
        WARNING,
        /** Does not work. */
        FAULT
    }

    /** Who can mend it (XFS error action; Felix health check: what may a machine, what should a human do). */
    public enum Mender {
        SELF_CLEARING,
        RESIDENT,
        ATTENDANT,
        TECHNICIAN
    }
}
