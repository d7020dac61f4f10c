package io.changbai.identity;

import java.util.concurrent.CompletionStage;

/** A claim or verification under way. */
public interface IdentityCommand<R> {

    /** Completes exactly once; exceptionally only for a defect. */
    CompletionStage<R> result();

    /** Stops waiting and disarms the devices; harmless afterwards. */
    void cancel();
}
