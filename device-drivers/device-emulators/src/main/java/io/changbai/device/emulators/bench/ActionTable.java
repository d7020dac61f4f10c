package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything hands can do at the bench: one line per device and action. The panel's page is drawn from it. */
final class ActionTable {

    /** One thing a hand does. */
    @FunctionalInterface
    interface Action {
        void perform(Body body) throws BadRequest;
    }

    private record Line(String device, String name, String label, Action action, List<Parameter> parameters) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * @param name as in {@code POST /api/<device>/<name>}
     * @param label a few words for the button
     */
    void add(String device, String name, String label, Action action, Parameter... parameters) {
        Line line = new Line(device, name, label, action, List.of(parameters));
        if (lines.put(device + "/" + name, line) != null) {
            throw new IllegalArgumentException("Two actions are called " + device + "/" + name);
        }
    }

    /** Adds the two ends of a cable. */
    void cable(String device, Runnable unplug, Runnable plug) {
        add(device, "unplug", "Pull the cable", body -> unplug.run());
        add(device, "plug", "Put the cable back", body -> plug.run());
    }

    void perform(String device, String name, Body body) throws BadRequest {
        Line line = lines.get(device + "/" + name);
        if (line == null) {
            throw BadRequest.unknown("The bench cannot do " + name + " with " + device + "; it can do: "
                    + String.join(", ", lines.keySet()) + ".");
        }
        line.action.perform(body);
    }

    /** {@code {device: [{name, label, parameters: [{name, kind, choices, needed}]}]}}, in the order they were added. */
    void describe(ObjectNode all) {
        for (Line line : lines.values()) {
            ObjectNode entry = all.withArray("/" + line.device).addObject();
            entry.put("name", line.name).put("label", line.label);
            ArrayNode parameters = entry.putArray("parameters");
            for (Parameter each : line.parameters) {
                ObjectNode parameter = parameters.addObject();
                parameter.put("name", each.name()).put("kind", each.kind().name());
                parameter.put("needed", each.needed());
                each.choices().forEach(parameter.putArray("choices")::add);
            }
        }
    }
}
