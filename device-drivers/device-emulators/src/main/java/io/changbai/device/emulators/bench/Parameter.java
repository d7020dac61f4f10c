package io.changbai.device.emulators.bench;

import java.util.List;

/**
 * One thing an action wants to know.
 *
 * @param choices the values a {@link Kind#CHOICE} knows; empty for the others
 * @param needed whether the action refuses without it
 */
record Parameter(String name, Kind kind, List<String> choices, boolean needed) {

    enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        CHOICE,
        RESIDENT
    }

    static Parameter text(String name) {
        return new Parameter(name, Kind.TEXT, List.of(), true);
    }

    static Parameter flag(String name) {
        return new Parameter(name, Kind.FLAG, List.of(), true);
    }

    static Parameter number(String name) {
        return new Parameter(name, Kind.NUMBER, List.of(), true);
    }

    static Parameter choice(String name, String... choices) {
        return new Parameter(name, Kind.CHOICE, List.of(choices), true);
    }

    /** The key of a synthetic resident. */
    static Parameter resident() {
        return new Parameter("resident", Kind.RESIDENT, List.of(), true);
    }

    Parameter optional() {
        return new Parameter(name, kind, choices, false);
    }
}
