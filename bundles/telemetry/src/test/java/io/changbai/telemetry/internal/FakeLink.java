package io.changbai.telemetry.internal;

import io.changbai.platform.link.Answer;
import io.changbai.platform.link.LinkStatus;
import io.changbai.platform.link.Platform;
import io.changbai.platform.link.Question;
import io.changbai.platform.link.StatePublisher;
import io.changbai.platform.messages.operations.TerminalState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link that keeps what was published. */
final class FakeLink implements Platform, LinkStatus, StatePublisher {

    final List<TerminalState> published = new CopyOnWriteArrayList<>();
    volatile State state = State.CONNECTED;
    volatile LinkFault fault;

    TerminalState last() {
        return published.get(published.size() - 1);
    }

    @Override
    public void publish(String appId, String resource, Object body) {
        if (!appId.equals("TEL-V1") || !resource.equals("state")) {
            throw new AssertionError(appId + " " + resource);
        }
        published.add((TerminalState) body);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public String bootId() {
        return "boot-1";
    }

    @Override
    public Optional<LinkFault> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public CompletionStage<Answer> ask(Question question, Duration deadline) {
        return CompletableFuture.completedFuture(new Answer.NotSent());
    }

    @Override
    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    @Override
    public Optional<Terminal> terminal() {
        return Optional.of(new Terminal("cb-890101-0001", "八九省政务大厅"));
    }
}
