package io.changbai.kiosk.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configurable attribute, as its room's metatype declares it.
 *
 * @param type {@code String}, {@code Integer}, {@code Long}, {@code Double} or {@code Boolean}
 * @param list whether the value is a comma-separated list
 * @param options allowed values; empty when any are
 * @param min smallest number, or null
 * @param max largest number, or null
 */
record Attribute(String key, String type, boolean list, List<String> options, String min, String max) {

    static Attribute of(String key, String type) {
        return new Attribute(key, type, false, List.of(), null, null);
    }

    /** The typed value, or null when {@code text} is not allowed; then {@link #allowed} says what is. */
    Optional<Object> parse(String text) {
        if (list) {
            return parseList(text);
        }
        if (!options.isEmpty() && !options.contains(text)) {
            return Optional.empty();
        }
        return switch (type) {
            case "Integer" -> number(text, Integer::valueOf);
            case "Long" -> number(text, Long::valueOf);
            case "Double" -> number(text, Double::valueOf);
            case "Boolean" ->
                text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            default -> Optional.of(text);
        };
    }

    private Optional<Object> parseList(String text) {
        Attribute single = new Attribute(key, type, false, options, min, max);
        String[] parts = text.isBlank() ? new String[0] : text.split("\\s*,\\s*");
        for (String part : parts) {
            if (single.parse(part).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private Optional<Object> number(String text, Function<String, ? extends Number> reader) {
        try {
            Number value = reader.apply(text);
            boolean tooSmall = min != null && value.doubleValue() < Double.parseDouble(min);
            boolean tooLarge = max != null && value.doubleValue() > Double.parseDouble(max);
            return tooSmall || tooLarge ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What is allowed, in words for the person who edits the file. */
    String allowed() {
        String one = switch (type) {
            case "Integer", "Long" -> "a whole number" + bounds();
            case "Double" -> "a number" + bounds();
            case "Boolean" -> "true or false";
            default -> options.isEmpty() ? "a text" : "one of " + String.join(", ", options);
        };
        return list ? one + ", several separated by commas" : one;
    }

    private String bounds() {
        if (min != null && max != null) {
            return " from " + min + " to " + max;
        } else if (min != null) {
            return " of at least " + min;
        }
        return max != null ? " of at most " + max : "";
    }
}
