package io.changbai.journey.internal;

import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.identity.Identity;
import io.changbai.identity.IdentityCommand;
import io.changbai.identity.Person;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Identity whose claims and verifications the test ends by hand. */
final class FakeIdentity implements Identity {

    static final class Command<R> implements IdentityCommand<R> {
        final CompletableFuture<R> result = new CompletableFuture<>();
        final CompletableFuture<Void> presented = new CompletableFuture<>();
        boolean cancelled;

        @Override
        public CompletionStage<R> result() {
            return result;
        }

        @Override
        public CompletionStage<Void> presented() {
            return presented;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    Set<ClaimWay> ways = EnumSet.allOf(ClaimWay.class);
    boolean face = true;
    int claims;
    Set<ClaimWay> armed = Set.of();
    Command<ClaimResult> claim;
    Command<FaceResult> verification;
    String consentId;
    Consumer<FaceHint> hints;

    @Override
    public Set<ClaimWay> waysNow() {
        return ways;
    }

    @Override
    public boolean faceNow() {
        return face;
    }

    @Override
    public IdentityCommand<ClaimResult> claim(Set<ClaimWay> wanted, Duration patience) {
        claims++;
        armed = wanted;
        claim = new Command<>();
        return claim;
    }

    @Override
    public IdentityCommand<FaceResult> verifyFace(Person person, String consent, Consumer<FaceHint> listener) {
        hints = listener;
        consentId = consent;
        verification = new Command<>();
        return verification;
    }
}
