package io.changbai.acceptance.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One program whose start is measured. */
interface Candidate {

    String name();

    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    /** Puts everything back to where a start begins; not measured. */
    void prepare() throws IOException;

    /** Looks once whether it serves; called every few milliseconds. */
    boolean isReady();
}
