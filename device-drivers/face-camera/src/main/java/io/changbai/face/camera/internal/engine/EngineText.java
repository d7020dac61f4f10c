package io.changbai.face.camera.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The payload of an answer: lines {@code name=value} (docs/protocols/face-engine.md §3). */
record EngineText(Map<String, String> values) {

    private static final int MOST_LINES = 128;
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9.]{1,64}=[^\\p{Cntrl}]{0,200}");

    /** Empty when it is not such a text; a name that comes twice is not such a text either. */
    static Optional<EngineText> decode(byte[] payload) {
        String[] lines = new String(payload, StandardCharsets.UTF_8).split("\n");
        if (lines.length > MOST_LINES) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            boolean good = LINE.matcher(line).matches();
            if (!good && !line.isEmpty()) {
                return Optional.empty();
            }
            if (good && values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new EngineText(Map.copyOf(values)));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Empty when it is not there or no number of at most five digits. */
    Optional<Integer> number(String name) {
        String value = text(name);
        return value.matches("-?\\d{1,5}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }
}
