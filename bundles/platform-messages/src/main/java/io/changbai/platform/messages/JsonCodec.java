package io.changbai.platform.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * JSON bodies in UTF-8 to and from the records of this room. Unknown fields are tolerated, so that old terminals
 * understand new platforms; missing ones are null or zero. Instants and dates are text in the records themselves.
 */
public final class JsonCodec {

    /** Longest body that is read, 1 MiB. */
    public static final int MAX_BODY = 1 << 20;

    private JsonCodec() {}

    /** @throws IllegalArgumentException {@code body} is no record that can be written; a defect of the caller */
    public static byte[] write(Object body) {
        try {
            return Mapper.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write a " + body.getClass().getName());
        }
    }

    /** @throws MalformedBodyException not JSON, not such a record, nested too deep or longer than {@link #MAX_BODY} */
    public static <T> T read(byte[] body, Class<T> type) throws MalformedBodyException {
        if (body.length > MAX_BODY) {
            throw new MalformedBodyException(type.getSimpleName() + ": longer than " + MAX_BODY + " bytes");
        }
        try {
            T value = Mapper.JSON.readValue(body, type);
            if (value == null) {
                throw new MalformedBodyException(type.getSimpleName() + ": null");
            }
            return value;
        } catch (JsonMappingException e) {
            throw new MalformedBodyException(type.getSimpleName() + ": wrong at " + place(e));
        } catch (IOException e) {
            throw new MalformedBodyException(type.getSimpleName() + ": not JSON");
        }
    }

    /** Field names only: Jackson's own message quotes values, and those may be a person's. */
    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .map(name -> name.length() > 40 ? name.substring(0, 40) : name)
                .limit(8)
                .collect(Collectors.joining("."));
    }

    /** Made at the first body, not at start-up: Jackson's classes cost time the idle screen does not have. */
    private static final class Mapper {
        static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(64)
                                .maxNumberLength(100)
                                .maxStringLength(MAX_BODY)
                                .maxNameLength(1_000)
                                .build())
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
