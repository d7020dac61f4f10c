package io.changbai.identity.internal;

import io.changbai.platform.link.Answer;
import io.changbai.platform.link.Platform;
import io.changbai.platform.link.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A platform whose one answer the test gives by hand. */
final class AskedPlatform implements Platform {

    static final String WANG = """
            {"personId":"p1","maskedName":"王*民","maskedNumber":"890***********101X","insurances":["PENSION"],\
            "earliestMonth":"2015-01","latestMonth":"2026-10","pensioner":false,"later":"field"}""";

    Question asked;
    Duration deadline;
    boolean connected = true;
    boolean broken;
    CompletableFuture<Answer> answer = new CompletableFuture<>();

    void answers(int code, String body) {
        answer.complete(new Answer.Answered(code, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<Answer> ask(Question question, Duration patience) {
        if (broken) {
            throw new IllegalStateException("defect");
        }
        asked = question;
        deadline = patience;
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public Optional<Terminal> terminal() {
        return Optional.of(new Terminal("CB-T-1", "银杏路"));
    }
}
