package io.changbai.ui.gateway.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.journey.Screen;
import io.changbai.journey.VisitView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A view as the page reads it: one event of the stream. */
final class ViewJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ViewJson() {}

    /** {@code data: {"revision":…,"language":…,"site":…,"screen":"identify","data":{…},"secondsLeft":…}} and a blank line. */
    static byte[] event(VisitView view) {
        return ("data: " + json(view) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    static String json(VisitView view) {
        ObjectNode node = JSON.createObjectNode()
                .put("revision", view.revision())
                .put("language", view.language())
                .put("site", view.site())
                .put("screen", name(view.screen()));
        node.set("data", JSON.valueToTree(view.screen()));
        view.secondsLeft().ifPresentOrElse(left -> node.put("secondsLeft", left), () -> node.putNull("secondsLeft"));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a screen that is no JSON", e);
        }
    }

    /** {@code ConfirmPerson} → {@code confirm-person}. */
    static String name(Screen screen) {
        return screen.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
