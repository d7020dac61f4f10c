package io.changbai.acceptance.visit;

import java.io.IOException;

/** One scripted visit. */
@FunctionalInterface
public interface Visit {

    /** Plays the visit from a healthy, idle terminal. */
    void play(VisitRun run) throws IOException;
}
