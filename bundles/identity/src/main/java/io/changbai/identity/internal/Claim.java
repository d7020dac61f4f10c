package io.changbai.identity.internal;

import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimResult.NotClaimed;
import io.changbai.identity.ClaimResult.Why;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.IdentityCommand;
import io.changbai.identity.internal.Readers.Armed;
import io.changbai.platform.messages.core.FindPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * One claim. All readers wait at once; the first that has something to say calls the others off; only when every reader
 * has let go is it decided: a card or code that was read counts, also one that was read while the reader was called off;
 * else the first refusal counts.
 *
 * <pre>
 *   armed ──► something presented or refused ──► others called off ──► all let go ──► platform asked ──► result
 * </pre>
 *
 * Everything here runs on the identity thread.
 */
final class Claim implements IdentityCommand<ClaimResult> {

    private final Executor thread;
    private final BiFunction<ClaimWay, FindPerson, CompletionStage<ClaimResult>> platform;
    private final CompletableFuture<ClaimResult> result = new CompletableFuture<>();
    private final CompletableFuture<Void> presented = new CompletableFuture<>();
    private final List<Armed> waiting = new ArrayList<>();
    private ClaimWay readWay;
    private FindPerson read;
    private Why refused;
    private boolean failedOnly = true;
    private boolean cancelled;

    Claim(Executor thread, BiFunction<ClaimWay, FindPerson, CompletionStage<ClaimResult>> platform) {
        this.thread = thread;
        this.platform = platform;
    }

    void begin(List<Armed> armed) {
        if (cancelled || armed.isEmpty()) {
            end(cancelled ? Why.CANCELLED : Why.DEVICE_FAILED);
            return;
        }
        waiting.addAll(armed);
        for (Armed reader : armed) {
            reader.end().whenCompleteAsync((said, defect) -> heard(reader, said, defect), thread);
        }
    }

    private void heard(Armed reader, Presentation said, Throwable defect) {
        waiting.remove(reader);
        take(reader.way(), defect == null ? said : Presentation.none(Why.DEVICE_FAILED));
        if (read != null || refused != null) {
            callOff();
        }
        if (waiting.isEmpty()) {
            decide();
        }
    }

    private void take(ClaimWay way, Presentation said) {
        if (said.isRead() && read == null) {
            readWay = way;
            read = said.question();
        } else if (said.isRefused() && refused == null) {
            refused = said.why();
        }
        failedOnly &= said.why() == Why.DEVICE_FAILED;
    }

    private void callOff() {
        waiting.forEach(reader -> reader.command().cancel());
    }

    private void decide() {
        if (cancelled) {
            end(Why.CANCELLED);
        } else if (read != null) {
            presented.complete(null);
            ask(readWay, read);
        } else if (refused != null) {
            end(refused);
        } else {
            end(failedOnly ? Why.DEVICE_FAILED : Why.NOTHING_PRESENTED);
        }
    }

    private void ask(ClaimWay way, FindPerson question) {
        read = null; // a code is a credential; nothing here keeps it once it is sent
        platform.apply(way, question)
                .whenCompleteAsync(
                        (answer, defect) -> {
                            if (cancelled) {
                                end(Why.CANCELLED);
                            } else if (defect != null) {
                                result.completeExceptionally(defect);
                            } else {
                                result.complete(answer);
                            }
                        },
                        thread);
    }

    private void end(Why why) {
        read = null;
        result.complete(new NotClaimed(why));
    }

    @Override
    public CompletionStage<ClaimResult> result() {
        return result.minimalCompletionStage();
    }

    @Override
    public CompletionStage<Void> presented() {
        return presented.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        thread.execute(() -> {
            cancelled = true;
            callOff();
            if (presented.isDone()) {
                end(Why.CANCELLED);
            }
        });
    }
}
