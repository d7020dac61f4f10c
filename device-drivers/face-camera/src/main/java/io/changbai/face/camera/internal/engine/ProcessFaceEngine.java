package io.changbai.face.camera.internal.engine;

import io.changbai.device.api.driver.Backoff;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine in a process of its own. It is started by the first capture, ended when nobody used it for long, and started
 * again after 1, 2, 5 and then every 10 seconds when it crashes, hangs or talks nonsense.
 *
 * <pre>
 *   ABSENT ──start──► STARTING ──READY in time──► READY ──crash, silence, nonsense──► ABSENT, back-off
 *                        └──exit status 69, or no such program──► NONE until the next capture's try
 * </pre>
 */
public final class ProcessFaceEngine implements FaceEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessFaceEngine.class);
    /** Exit status of an engine that cannot work on this machine: EX_UNAVAILABLE of sysexits.h. */
    private static final int UNAVAILABLE = 69;
    /** Long enough to overwrite every buffer of a pipe's writer that could still hold a small picture. */
    private static final int OVERWRITE = 8_180;

    /** A process that closed its pipes is gone a moment later. */
    private static final Duration TO_END = Duration.ofMillis(300);

    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Judgement NOT_NOW = new Judgement.NotNow();

    private final List<String> command;
    private final EngineTimes times;
    private final Clock clock;
    private final Backoff backoff;
    private EngineProcess process;
    private Instant startedAt;
    private Instant usedAt;
    private boolean ready;
    private boolean told;
    private int id;
    private volatile Condition condition = Condition.UNTRIED;
    private volatile String name = "";
    private volatile boolean liveness;

    public ProcessFaceEngine(List<String> command, EngineTimes times, Clock clock) {
        this.command = List.copyOf(command);
        this.times = times;
        this.clock = clock;
        this.backoff = new Backoff(clock);
    }

    @Override
    public void prepare() {
        usedAt = clock.instant();
        if (process == null && backoff.isDue()) {
            start();
        }
    }

    private void start() {
        try {
            process = EngineProcess.start(command);
            startedAt = clock.instant();
            condition = condition == Condition.NONE ? Condition.UNTRIED : condition;
            process.send(EngineMessage.HELLO, ++id, new byte[0], times.answer());
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public Judgement judge(byte[] jpeg, Cancellation cancellation) {
        prepare();
        if (condition == Condition.NONE) {
            return new Judgement.Nobody();
        }
        try {
            return process != null && isReady(cancellation) ? ask(jpeg, cancellation) : NOT_NOW;
        } catch (IOException e) {
            failed(e);
            return condition == Condition.NONE ? new Judgement.Nobody() : NOT_NOW;
        }
    }

    /** Waits a little for the engine's first word. */
    private boolean isReady(Cancellation cancellation) throws IOException {
        if (ready) {
            return true;
        }
        Optional<EngineMessage> first = answer(SLICE, cancellation);
        if (first.isPresent()) {
            greet(first.get());
        } else if (SteadyClock.left(clock, startedAt.plus(times.start())).isZero()) {
            throw new IOException("the engine does not say READY");
        }
        return ready;
    }

    private void greet(EngineMessage message) throws IOException {
        EngineText text = EngineText.decode(message.payload()).orElseThrow(ProcessFaceEngine::nonsense);
        if (message.type() != EngineMessage.READY) {
            throw new IOException("the engine refuses to begin: " + text.text("code") + " " + text.text("reason"));
        }
        ready = true;
        told = false;
        backoff.succeeded();
        condition = Condition.WORKS;
        name = (text.text("engine") + " " + text.text("version")).strip();
        name = name.isEmpty() ? "without a name" : name;
        liveness = !text.text("liveness").equals("none");
        LOG.info("face-camera: engine {} is ready, liveness {}", name, liveness ? "checked" : "not checked");
    }

    private Judgement ask(byte[] jpeg, Cancellation cancellation) throws IOException {
        process.send(EngineMessage.ASSESS, ++id, jpeg, times.answer());
        Optional<EngineMessage> answer = answer(times.answer(), cancellation);
        usedAt = clock.instant();
        if (answer.isEmpty()) {
            if (cancellation.isCancelled()) {
                return NOT_NOW;
            }
            throw new IOException("the engine is silent");
        }
        EngineText text = EngineText.decode(answer.get().payload()).orElseThrow(ProcessFaceEngine::nonsense);
        if (answer.get().type() == EngineMessage.REFUSED) {
            return refused(text);
        } else if (answer.get().type() != EngineMessage.ASSESSED) {
            throw nonsense();
        }
        return new Judgement.Judged(Assessment.of(text).orElseThrow(ProcessFaceEngine::nonsense));
    }

    private static Judgement refused(EngineText text) throws IOException {
        return switch (text.text("code")) {
            case "picture", "too-large" -> new Judgement.Unreadable();
            case "busy" -> NOT_NOW;
            default -> throw new IOException("the engine refuses: " + text.text("code") + " " + text.text("reason"));
        };
    }

    /** The answer to the newest question. What answers an older one, of a cancelled capture, is dropped. */
    private Optional<EngineMessage> answer(Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        while (!cancellation.isCancelled()) {
            Duration left = SteadyClock.left(clock, deadline);
            Optional<EngineMessage> message = process.receive(left.compareTo(SLICE) < 0 ? left : SLICE);
            if (message.isPresent() && message.get().id() == id) {
                return message;
            } else if (message.isPresent() && message.get().id() > id) {
                throw nonsense();
            } else if (left.isZero()) {
                break;
            }
        }
        return Optional.empty();
    }

    private static IOException nonsense() {
        return new IOException("the engine talks nonsense");
    }

    private void failed(IOException why) {
        boolean unavailable = process == null || isUnavailable(process.exitCode(TO_END));
        String complaint = process == null ? "" : process.complaint();
        end();
        backoff.failed();
        condition = unavailable ? Condition.NONE : Condition.FAILS;
        if (!told) {
            told = true;
            LOG.warn("face-camera: engine {}: {} {}", unavailable ? "not usable" : "lost", why.getMessage(), complaint);
        }
    }

    /** It says so, or it ended by itself and was never once ready: a file or library of it is missing. */
    private boolean isUnavailable(OptionalInt exitCode) {
        return exitCode.isPresent() && (exitCode.getAsInt() == UNAVAILABLE || name.isEmpty());
    }

    /** The engine is told, and the pipes' buffers on both sides are overwritten with zeroes. */
    @Override
    public void forget() {
        if (process == null || !ready) {
            return;
        }
        try {
            process.send(EngineMessage.FORGET, ++id, new byte[OVERWRITE], times.answer());
            Optional<EngineMessage> done = answer(times.answer(), () -> false);
            if (done.isEmpty() || done.get().type() != EngineMessage.FORGOTTEN) {
                throw new IOException("the engine does not say that it forgot");
            }
        } catch (IOException e) {
            failed(e); // an engine that was ended has forgotten
        }
    }

    @Override
    public void rest() {
        if (process != null
                && SteadyClock.left(clock, usedAt.plus(times.linger())).isZero()) {
            end();
        }
        if (condition == Condition.NONE && backoff.isDue()) {
            condition = Condition.UNTRIED; // it may have been installed by now
        }
    }

    private void end() {
        if (process != null) {
            process.close();
            process = null;
            ready = false;
        }
    }

    @Override
    public Condition condition() {
        return condition;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean checksLiveness() {
        return liveness;
    }

    @Override
    public void close() {
        end();
    }
}
