package io.changbai.resident.services;

import io.changbai.identity.Person;
import java.util.List;

/** The services this terminal offers, and the performing of one. */
public interface ResidentServices {

    /** All services of the catalogue, in the order of the screen. */
    List<ResidentService> catalogue();

    /** How this terminal stands with the platform now. Never blocks. */
    Standing standing();

    /** Begins filling in one service for one person. Nothing outside happens yet. */
    Performance perform(ResidentService service, Person person);

    /**
     * Asks the platform what became of transactions a stop of the terminal interrupted, and settles them; prints nothing.
     * Called when the terminal starts and whenever the session comes back, until nothing is left.
     *
     * @return how many are still unsettled
     */
    int reconcile();

    /**
     * How the terminal stands with the platform.
     *
     * @param enrolled whether the platform knows this terminal at all
     * @param connected whether it can be asked now
     * @param site place name for the screen; empty before enrolment
     */
    record Standing(boolean enrolled, boolean connected, String site) {}
}
