package io.changbai.platform.link;

import io.changbai.platform.messages.JsonCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A platform for tests of the rooms above: answers as scripted, at once, on the caller's thread, and remembers what it was
 * asked. Connected and enrolled as {@code T-0001} from the start. What is not scripted is answered 404.
 *
 * <pre>
 *   platform.answer(CoreApi.APP_ID, CoreApi.FIND_PERSON, new PersonFound(…));
 *   platform.silent(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE);            // NoAnswer: sent, and nothing came
 *   CompletableFuture&lt;Answer&gt; held = platform.hold(appId, resource);   // the test answers when it likes
 *   platform.disconnect();                                                 // NotSent from now on
 * </pre>
 */
public final class FakePlatform implements Platform, LinkStatus, StatePublisher {

    /** A state that was published while connected. */
    public record Published(String appId, String resource, Object body) {}

    private record Place(String appId, String resource) {}

    private final Map<Place, Function<Question, CompletionStage<Answer>>> script = new ConcurrentHashMap<>();
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private final List<Published> published = new CopyOnWriteArrayList<>();
    private volatile State state = State.CONNECTED;
    private volatile Optional<Terminal> terminal = Optional.of(new Terminal("T-0001", "试点大厅"));
    private volatile Optional<LinkFault> fault = Optional.empty();

    /** From now on answers 200 with {@code body} as JSON. */
    public FakePlatform answer(String appId, String resource, Object body) {
        return answer(appId, resource, 200, body);
    }

    /** From now on answers {@code code}; {@code body} as JSON, or none when null. */
    public FakePlatform answer(String appId, String resource, int code, Object body) {
        byte[] json = body == null ? new byte[0] : JsonCodec.write(body);
        return answer(appId, resource, question -> new Answer.Answered(code, json.clone()));
    }

    /** From now on answers what {@code scripted} makes of the question. */
    public FakePlatform answer(String appId, String resource, Function<Question, Answer> scripted) {
        script.put(new Place(appId, resource), question -> CompletableFuture.completedFuture(scripted.apply(question)));
        return this;
    }

    /** From now on hears and never answers: the deadline is over at once. */
    public FakePlatform silent(String appId, String resource) {
        return answer(appId, resource, question -> new Answer.NoAnswer());
    }

    /** From now on keeps askers waiting until the test completes the returned future. */
    public CompletableFuture<Answer> hold(String appId, String resource) {
        CompletableFuture<Answer> held = new CompletableFuture<>();
        script.put(new Place(appId, resource), question -> held);
        return held;
    }

    public void disconnect() {
        state = State.BACKING_OFF;
    }

    public void connect() {
        state = State.CONNECTED;
    }

    /** No papers and no session. */
    public void notEnrolled() {
        terminal = Optional.empty();
        state = State.NOT_ENROLLED;
    }

    public void fault(LinkFault fault) {
        this.fault = Optional.ofNullable(fault);
    }

    /** Every question that was sent, in order; not those refused for want of a session. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** Every state published while connected, in order. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    @Override
    public CompletionStage<Answer> ask(Question question, Duration deadline) {
        if (!isConnected()) {
            return CompletableFuture.completedFuture(new Answer.NotSent());
        }
        asked.add(question);
        return script.getOrDefault(
                        new Place(question.appId(), question.resource()),
                        unknown -> CompletableFuture.completedFuture(new Answer.Answered(404, new byte[0])))
                .apply(question);
    }

    @Override
    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    @Override
    public Optional<Terminal> terminal() {
        return terminal;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public String bootId() {
        return "fake-boot";
    }

    @Override
    public Optional<LinkFault> fault() {
        return fault;
    }

    @Override
    public void publish(String appId, String resource, Object body) {
        if (isConnected()) {
            published.add(new Published(appId, resource, body));
        }
    }
}
