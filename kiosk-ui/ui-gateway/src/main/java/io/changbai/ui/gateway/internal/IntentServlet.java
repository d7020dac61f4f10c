package io.changbai.ui.gateway.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.changbai.journey.Intent;
import io.changbai.journey.Journey;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /intent {"revision": 7, "kind": "CHOOSE", "value": "…"}}: 204 when it was handed to the journey, which may
 * still drop it as too old.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/intent")
public final class IntentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int VALUE_LIMIT = 200;
    private static final Map<String, Intent.Kind> KINDS =
            Arrays.stream(Intent.Kind.values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final transient KioskSession session;
    private final transient Journey journey;

    @Activate
    public IntentServlet(@Reference KioskSession session, @Reference Journey journey) {
        this.session = session;
        this.journey = journey;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Gate.admitsSession(session, request, response)) {
            return;
        }
        if (!"POST".equals(request.getMethod())) {
            Gate.refuse(response, 405, "method");
            return;
        }
        try {
            journey.intent(intent(Body.read(request)));
            response.setStatus(204);
        } catch (Body.RefusedException e) {
            Gate.refuse(response, e.status, e.getMessage());
        }
    }

    private static Intent intent(JsonNode body) throws Body.RefusedException {
        JsonNode revision = body.path("revision");
        if (!revision.isIntegralNumber() || !revision.canConvertToLong() || revision.longValue() < 0) {
            throw new Body.RefusedException(400, "revision");
        }
        Intent.Kind kind = KINDS.get(body.path("kind").asText());
        if (kind == null) {
            throw new Body.RefusedException(400, "kind");
        }
        return new Intent(revision.longValue(), kind, value(body.path("value")));
    }

    private static String value(JsonNode value) throws Body.RefusedException {
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()
                || value.textValue().length() > VALUE_LIMIT
                || value.textValue().chars().anyMatch(Character::isISOControl)) {
            throw new Body.RefusedException(400, "value");
        }
        return value.textValue();
    }
}
