package io.changbai.platform.messages.operations;

import java.util.Map;

/**
 * Something that happened once. Never holds a person.
 *
 * @param type from the catalogue of events, for example {@code FAULT_RAISED}, {@code FAULT_CLEARED}, {@code VISIT_ENDED}
 * @param at ISO 8601 instant on the terminal's clock
 * @param device device id, or null
 * @param details short, fixed vocabulary; for faults {@code code}, {@code severity}, {@code mender}
 */
public record TerminalEvent(String type, String at, String device, Map<String, String> details) {}
