package io.changbai.identity;

import java.util.concurrent.CompletionStage;

/** A claim or verification under way. */
public interface IdentityCommand<R> {

    /** Completes exactly once, after every device it used has let go; exceptionally only for a defect. */
    CompletionStage<R> result();

    /**
     * Completes when the card, the code or the face is there and the platform is being asked; never when the command ends
     * without. From then on it takes seconds, not a person's patience.
     */
    CompletionStage<Void> presented();

    /** Stops waiting and disarms the devices; the result is then CANCELLED, whatever the devices still say. Harmless afterwards. */
    void cancel();
}
