package io.changbai.cabinet.internal.power;

import java.util.List;

/** What {@code upsd} answered to one question (NUT network protocol 1.2). */
sealed interface NutReply {

    /** {@code VAR <ups> <name> "<value>"}. */
    record Var(String ups, String name, String value) implements NutReply {}

    /** The names of {@code BEGIN LIST UPS … END LIST UPS}. */
    record UpsList(List<String> names) implements NutReply {}

    /** {@code ERR <code> …}, for example {@code DATA-STALE}: upsd runs and hears nothing of the UPS. */
    record Err(String code) implements NutReply {}

    /** Nothing upsd would say. */
    record Broken(String why) implements NutReply {}
}
