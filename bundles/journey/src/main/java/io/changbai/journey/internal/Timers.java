package io.changbai.journey.internal;

import java.time.Duration;

/**
 * All times of a visit, in one place (journey.md §4.4, standard mode; accessibility.md §3.2 rule 7: at least 20 s of
 * warning, ended by one touch, as often as one likes).
 *
 * @param nobodyKnown without a touch before anyone is identified, the warning included
 * @param nobodyKnownWarning the last part of it
 * @param personal without a touch on a personal screen, until the warning
 * @param personalWarning then until the visit is wiped
 * @param paper for taking paper and card, the warning included
 * @param paperWarning the last part of it
 * @param end how long "everything is wiped" is shown
 * @param look how often devices and link are looked at
 * @param reader how long readers wait at a time; they are armed again while the screen is there
 * @param rearm between a card that was no good and the next try
 * @param submit longest wait for a submission that says nothing at all, a defect
 * @param print a printer's start and end; the driver has the same and ends first
 * @param page for each page besides
 * @param reconcile between two tries to settle what is open
 */
record Timers(
        Duration nobodyKnown,
        Duration nobodyKnownWarning,
        Duration personal,
        Duration personalWarning,
        Duration paper,
        Duration paperWarning,
        Duration end,
        Duration look,
        Duration reader,
        Duration rearm,
        Duration submit,
        Duration print,
        Duration page,
        Duration reconcile) {

    static final Timers STANDARD = new Timers(
            Duration.ofSeconds(45),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(2),
            Duration.ofMinutes(3),
            Duration.ofSeconds(40),
            Duration.ofSeconds(6),
            Duration.ofSeconds(60));

    Duration quiet(VisitState.Patience patience) {
        return switch (patience) {
            case NOBODY_KNOWN -> nobodyKnown.minus(nobodyKnownWarning);
            case PERSONAL -> personal;
            case PAPER -> paper.minus(paperWarning);
            case NONE, IN_MOTION -> throw new IllegalArgumentException(patience.name());
        };
    }

    Duration warning(VisitState.Patience patience) {
        return switch (patience) {
            case NOBODY_KNOWN -> nobodyKnownWarning;
            case PERSONAL -> personalWarning;
            case PAPER -> paperWarning;
            case NONE, IN_MOTION -> throw new IllegalArgumentException(patience.name());
        };
    }
}
