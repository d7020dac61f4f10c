package io.changbai.terminal.enrolment.internal;

import io.changbai.terminal.enrolment.Papers;
import io.changbai.terminal.enrolment.TerminalPapers.EnrolmentFault;
import java.util.Optional;

/** How one attempt to have papers ended. Papers may come with a fault: old ones hold while new ones are refused. */
sealed interface Outcome {

    Optional<Papers> papers();

    Optional<EnrolmentFault> fault();

    /** There are papers, and nothing more to ask. */
    record Enrolled(Papers now) implements Outcome {
        @Override
        public Optional<Papers> papers() {
            return Optional.of(now);
        }

        @Override
        public Optional<EnrolmentFault> fault() {
            return Optional.empty();
        }
    }

    /** Only a changed configuration helps. */
    record Stopped(Optional<Papers> papers, Optional<EnrolmentFault> fault) implements Outcome {}

    /** The same question may be answered later. */
    record Again(Optional<Papers> papers, Optional<EnrolmentFault> fault) implements Outcome {}
}
