package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON body of a request to the bench; what is missing or wrong becomes a plain sentence. */
final class Body {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    /** An empty body counts as an empty object. */
    static Body parse(String text) throws BadRequest {
        try {
            JsonNode json = JSON.readTree(text.isBlank() ? "{}" : text);
            if (!json.isObject()) {
                throw new BadRequest("The body must be a JSON object.");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body is not JSON.");
        }
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    String text(String field) throws BadRequest {
        if (!json.path(field).isTextual()) {
            throw new BadRequest("The body needs \"" + field + "\" as text.");
        }
        return json.path(field).asText();
    }

    boolean flag(String field) throws BadRequest {
        if (!json.path(field).isBoolean()) {
            throw new BadRequest("The body needs \"" + field + "\" as true or false.");
        }
        return json.path(field).asBoolean();
    }

    int number(String field) throws BadRequest {
        if (!json.path(field).canConvertToInt()) {
            throw new BadRequest("The body needs \"" + field + "\" as a whole number.");
        }
        return json.path(field).asInt();
    }

    int number(String field, int otherwise) throws BadRequest {
        return has(field) ? number(field) : otherwise;
    }
}
