package io.changbai.journey.internal;

import io.changbai.identity.IdentityCommand;
import io.changbai.journey.Screen;
import io.changbai.journey.VisitView;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the one visit of the moment through {@link VisitTable} and publishes what is shown. What a state does when it is
 * entered is said elsewhere ({@link #on}). A result belongs to the state that asked for it: when that state is left, its
 * command is called off and whatever it still says is dropped.
 *
 * <p>Only the journey thread is in here, but for {@link #view}.
 */
final class VisitMachine {

    private static final Logger LOG = LoggerFactory.getLogger(VisitMachine.class);

    private final VisitThread thread;
    private final Timers timers;
    private final Screens screens;
    private final Capabilities capabilities;
    private final IdleTimer idle;
    private final String defaultLanguage;
    private final Map<VisitState, Runnable> entries = new EnumMap<>(VisitState.class);
    private final List<Consumer<VisitView>> listeners = new CopyOnWriteArrayList<>();

    private VisitState state = VisitState.END;
    private Visit visit;
    private long stage;
    private int depth;
    private long ticket;
    private Runnable callOff = VisitMachine::nothing;
    private long acceptedFrom;
    private volatile VisitView view;

    VisitMachine(
            VisitThread thread, Timers timers, Screens screens, Capabilities capabilities, String defaultLanguage) {
        this.thread = thread;
        this.timers = timers;
        this.screens = screens;
        this.capabilities = capabilities;
        this.defaultLanguage = defaultLanguage;
        this.idle = new IdleTimer(thread, guarded(() -> publish(false)), guarded(() -> fire(VisitEvent.TIME_UP)));
        this.visit = new Visit(defaultLanguage);
        this.view = new VisitView(0, defaultLanguage, "", new Screen.OutOfService(List.of()), OptionalInt.empty());
    }

    /** Says what entering a state does; it may fire one event, as its last act. */
    void on(VisitState entered, Runnable entry) {
        entries.put(entered, entry);
    }

    /** Opens the attract screen. */
    void start() {
        thread.execute(guarded(() -> fire(VisitEvent.TIME_UP)));
    }

    /** Wipes whatever is there; nothing is shown any more. */
    void stop() {
        dropRunning();
        stage++;
        idle.stop();
        visit.wipe();
    }

    VisitState state() {
        return state;
    }

    Visit visit() {
        return visit;
    }

    VisitView view() {
        return view;
    }

    Timers timers() {
        return timers;
    }

    /** A clean visit in the default language. */
    void renewVisit() {
        visit.wipe();
        visit = new Visit(defaultLanguage);
    }

    void addListener(Consumer<VisitView> listener) {
        listeners.add(listener);
        listener.accept(view);
    }

    void removeListener(Consumer<VisitView> listener) {
        listeners.remove(listener);
    }

    /** True when somebody who saw this revision saw the question that is still open. */
    boolean isCurrent(long revision) {
        return revision >= acceptedFrom && revision <= view.revision();
    }

    /** Follows the arrow of {@code event}; without one, nothing happens. */
    void fire(VisitEvent event) {
        Optional<VisitState> next = VisitTable.next(state, event);
        if (next.isEmpty()) {
            LOG.debug("{} does not fit {}", event, state);
            return;
        }
        if (event != VisitEvent.PRESENTED) {
            dropRunning();
        }
        state = next.get();
        stage++;
        touch();
        depth++;
        try {
            entries.getOrDefault(state, VisitMachine::nothing).run();
        } finally {
            depth--;
        }
        if (depth == 0 && !lookAround()) {
            publish(true);
        }
    }

    /** Ends the visit when somebody opened the cabinet or the power ends, unless something is in motion; true when it did. */
    boolean lookAround() {
        boolean ends = state.canBeDisturbed() && capabilities.mustEnd();
        if (ends) {
            LOG.info("the visit ends in {}: the cabinet is open, or the power ends", state);
            fire(VisitEvent.DISTURBED);
        }
        return ends;
    }

    /** Somebody is there: the time-out of this state begins anew. */
    void touch() {
        if (state.canBeLeft()) {
            idle.restart(timers.quiet(state.patience()), timers.warning(state.patience()));
        } else {
            idle.stop();
        }
    }

    /** On screens without a time-out: forgets a chosen language when nobody goes on. */
    void forgetLater() {
        idle.restart(timers.nobodyKnown(), Duration.ZERO);
    }

    /** Shows what changed without a step of the table. */
    void publish() {
        publish(false);
    }

    /** Runs {@code work} later, unless the state was left by then. */
    void later(Duration delay, Runnable work) {
        long mine = stage;
        thread.after(delay, guarded(() -> {
            if (mine == stage) {
                work.run();
            }
        }));
    }

    /** Looks again and again as long as the state lasts, and shows what changed. */
    void watch(Runnable look) {
        long mine = stage;
        later(timers.look(), () -> {
            look.run();
            if (mine == stage) {
                publish(false);
                watch(look);
            }
        });
    }

    /** Takes what comes from another thread to this one, and drops it once this state is left. */
    <T> Consumer<T> whileHere(Consumer<T> then) {
        long mine = stage;
        return value -> thread.execute(guarded(() -> {
            if (mine == stage) {
                then.accept(value);
            }
        }));
    }

    /** Waits for what identity says; called off when the state is left. */
    <R> void await(IdentityCommand<R> command, Consumer<R> then) {
        long mine = await(command.result(), then);
        callOff = command::cancel;
        command.presented()
                .thenRun(() -> thread.execute(guarded(() -> {
                    if (mine == ticket) {
                        fire(VisitEvent.PRESENTED);
                    }
                })));
    }

    /** Waits for a result that cannot be called off; dropped when the state is left. */
    <R> long await(CompletionStage<R> result, Consumer<R> then) {
        long mine = ++ticket;
        callOff = VisitMachine::nothing;
        result.whenComplete((value, defect) -> thread.execute(guarded(() -> {
            if (mine != ticket) {
                return;
            }
            ticket++;
            callOff = VisitMachine::nothing;
            if (defect != null) {
                throw new IllegalStateException("a room below has a defect", defect);
            }
            then.accept(value);
        })));
        return mine;
    }

    private void dropRunning() {
        ticket++;
        Runnable cancel = callOff;
        callOff = VisitMachine::nothing;
        cancel.run();
    }

    /** A defect of ours ends the visit wiped, never the application, and never stands on the screen. */
    Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException defect) {
                depth = 0;
                LOG.error("defect in {}: {}", state, where(defect));
                fire(VisitEvent.DEFECT);
            }
        };
    }

    /** Class and place only: a message may quote what a person entered. */
    private static String where(Throwable defect) {
        Throwable cause = defect.getCause() == null ? defect : defect.getCause();
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void publish(boolean moved) {
        Screen screen = screens.of(state, visit);
        VisitView before = view;
        VisitView next =
                new VisitView(before.revision() + 1, visit.language, capabilities.site(), screen, idle.secondsLeft());
        if (next.equals(withRevision(before, next.revision()))) {
            return;
        }
        view = next;
        if (moved && !screen.equals(before.screen())) {
            acceptedFrom = next.revision();
        }
        listeners.forEach(listener -> tell(listener, next));
    }

    private static void nothing() {}

    private static void tell(Consumer<VisitView> listener, VisitView next) {
        try {
            listener.accept(next);
        } catch (RuntimeException defect) {
            LOG.error("a listener has a defect", defect);
        }
    }

    private static VisitView withRevision(VisitView from, long revision) {
        return new VisitView(revision, from.language(), from.site(), from.screen(), from.secondsLeft());
    }
}
