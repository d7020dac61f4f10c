package io.changbai.platform.link.internal;

import io.changbai.platform.link.Answer;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Questions that wait for their answers, by request id. They outlive the session: an answer that comes after a short
 * break still counts. One that comes after the deadline finds nobody and is dropped.
 */
final class Questions {

    /** @param dueAt on the link's ticks */
    record Pending(String requestId, String appId, long dueAt, CompletableFuture<Answer> answer) {}

    private final Map<String, Pending> waiting = new HashMap<>();
    private final Executor tell;

    /** @param tell completes futures, so that what hangs on them never runs on the link's thread */
    Questions(Executor tell) {
        this.tell = tell;
    }

    /** Before it is sent: an answer may be faster than our return from sending. */
    void register(Pending question) {
        waiting.put(question.requestId(), question);
    }

    void notSent(Pending question) {
        waiting.remove(question.requestId());
        complete(question, new Answer.NotSent());
    }

    /** @return whether anybody waited for it */
    boolean answered(String appId, String requestId, KuraPayload reply) {
        Pending question = waiting.get(requestId);
        OptionalInt code = Reply.code(reply);
        if (question == null || !question.appId().equals(appId) || code.isEmpty()) {
            return false;
        }
        waiting.remove(requestId);
        complete(question, new Answer.Answered(code.getAsInt(), reply.body().orElse(new byte[0])));
        return true;
    }

    void expire(long now) {
        for (Pending question : List.copyOf(waiting.values())) {
            if (question.dueAt() <= now) {
                waiting.remove(question.requestId());
                complete(question, new Answer.NoAnswer());
            }
        }
    }

    /** The link ends; nobody will hear an answer. */
    void endAll() {
        List<Pending> rest = new ArrayList<>(waiting.values());
        waiting.clear();
        rest.forEach(question -> complete(question, new Answer.NoAnswer()));
    }

    long nextDue() {
        return waiting.values().stream().mapToLong(Pending::dueAt).min().orElse(Long.MAX_VALUE);
    }

    private void complete(Pending question, Answer answer) {
        tell.execute(() -> question.answer().complete(answer));
    }
}
