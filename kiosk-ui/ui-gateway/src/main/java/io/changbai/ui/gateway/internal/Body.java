package io.changbai.ui.gateway.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads the small JSON objects the page posts; refuses everything else with a reason. */
final class Body {

    /** Our longest intent is about 120 bytes. */
    static final int LIMIT = 4096;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    static JsonNode read(HttpServletRequest request) throws IOException, RefusedException {
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw new RefusedException(415, "content type");
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new RefusedException(413, "too large");
        }
        return parse(bytes);
    }

    /** Text is UTF-8 and nothing else: left to guess, the parser takes two zero bytes for UTF-32 and fails in its own way. */
    static JsonNode parse(byte[] bytes) throws RefusedException {
        try {
            JsonNode node = JSON.readTree(new String(bytes, UTF_8));
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new RefusedException(400, "malformed", e);
        }
        throw new RefusedException(400, "not an object");
    }

    /** What the sender is told; never holds what was sent. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        final int status;

        RefusedException(int status, String reason) {
            this(status, reason, null);
        }

        RefusedException(int status, String reason, Throwable cause) {
            super(reason, cause);
            this.status = status;
        }
    }
}
