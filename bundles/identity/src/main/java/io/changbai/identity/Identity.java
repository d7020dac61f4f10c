package io.changbai.identity;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Takes a claim and verifies it. One visit at a time; commands can be cancelled at any moment. */
public interface Identity {

    /** Ways to claim that work now: their device serves and the platform can be asked. */
    Set<ClaimWay> waysNow();

    /** True when a face can be captured and compared now. */
    boolean faceNow();

    /**
     * Arms every reader in {@code ways}; the first card or code is the claim; then asks the platform who that is.
     *
     * @param patience how long to wait for a card or code
     */
    IdentityCommand<ClaimResult> claim(Set<ClaimWay> ways, Duration patience);

    /**
     * Captures one face and compares it. The picture is wiped before the result is given.
     *
     * @param consentId the separate consent given for this capture
     * @param hints told on the camera's thread, never two within a second; only hands over
     */
    IdentityCommand<FaceResult> verifyFace(Person person, String consentId, Consumer<FaceHint> hints);
}
