package io.changbai.platform.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks the platform. Safe for any thread; never blocks. */
public interface Platform {

    /**
     * Sends one question and waits for its answer.
     *
     * @param deadline from now; then {@link Answer.NoAnswer}
     * @return never completes exceptionally
     */
    CompletionStage<Answer> ask(Question question, Duration deadline);

    /** Whether the session is up now. */
    boolean isConnected();

    /** Who this terminal is to the platform; empty before enrolment. */
    Optional<Terminal> terminal();

    /**
     * @param id printed on every page
     * @param site place name, shown on screen and paper
     */
    record Terminal(String id, String site) {}
}
