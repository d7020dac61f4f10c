package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.State;
import java.util.Map;
import java.util.Optional;

/** Where the link stands, and the one table of how it moves. What is not in the table does not happen. */
enum Phase {
    NOT_ENROLLED(State.NOT_ENROLLED),
    /** TCP, TLS and CONNECT are under way. */
    OPENING(State.CONNECTING),
    /** CONNACK is here, SUBACK is not: nobody is told yet that this terminal can be reached. */
    SUBSCRIBING(State.CONNECTING),
    UP(State.CONNECTED),
    BACKING_OFF(State.BACKING_OFF),
    STOPPED(State.STOPPED);

    enum Event {
        PAPERS,
        OPENED,
        SUBSCRIBED,
        /** Refused, lost, or over its deadline. */
        FAILED,
        /** The wait is over. */
        DUE,
        STOP
    }

    private static final Map<Phase, Map<Event, Phase>> TABLE = Map.of(
            NOT_ENROLLED, Map.of(Event.PAPERS, OPENING, Event.STOP, STOPPED),
            OPENING,
                    Map.of(
                            Event.OPENED, SUBSCRIBING,
                            Event.FAILED, BACKING_OFF,
                            Event.PAPERS, OPENING,
                            Event.STOP, STOPPED),
            SUBSCRIBING,
                    Map.of(
                            Event.SUBSCRIBED, UP,
                            Event.FAILED, BACKING_OFF,
                            Event.PAPERS, OPENING,
                            Event.STOP, STOPPED),
            UP, Map.of(Event.FAILED, BACKING_OFF, Event.PAPERS, OPENING, Event.STOP, STOPPED),
            BACKING_OFF, Map.of(Event.DUE, OPENING, Event.PAPERS, OPENING, Event.STOP, STOPPED),
            STOPPED, Map.of());

    private final State state;

    Phase(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    Optional<Phase> on(Event event) {
        return Optional.ofNullable(TABLE.get(this).get(event));
    }
}
