package io.changbai.terminal.enrolment;

import java.util.Optional;
import java.util.function.Consumer;

/** What this terminal is enrolled as. Present as a service from the start; the papers may come later. */
public interface TerminalPapers {

    /** The papers, once the terminal is enrolled. Never blocks. */
    Optional<Papers> current();

    /** Why there are no papers yet, for technicians; empty once there are. */
    Optional<EnrolmentFault> fault();

    /** Calls {@code listener} when papers arrive or change, on the enrolment thread; at once when they are there. */
    AutoCloseable onPapers(Consumer<Papers> listener);

    /**
     * @param code {@code ENR-NO-CODE}, {@code ENR-REFUSED}, {@code ENR-UNREACHABLE}, {@code ENR-WRONG-AUTHORITY} or
     *     {@code ENR-KEY-STORE}
     * @param text one plain English sentence that says what to do
     */
    record EnrolmentFault(String code, String text) {}
}
