package io.changbai.resident.services.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.changbai.resident.services.ResidentService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads services from JSON and refuses the whole catalogue, with every reason, when one entry is not right: a service
 * half understood would be offered and then fail in front of a person.
 */
final class Catalogue {

    static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private static final List<String> SHIPPED = List.of("participation-certificate.json", "pension-certification.json");
    private static final List<String> TEXTS = List.of("title", "summary", "notice");

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Set<String> performed;
    private final Set<String> knownFields;

    /**
     * @param performed ids there is something to perform for
     * @param knownFields fields somebody can offer choices for
     */
    Catalogue(Set<String> performed, Set<String> knownFields) {
        this.performed = performed;
        this.knownFields = knownFields;
    }

    /** The services in the bundle, in the order of the screen. */
    List<ResidentService> shipped() {
        Map<String, String> entries = new LinkedHashMap<>();
        SHIPPED.forEach(name -> entries.put(name, resource(name)));
        return read(entries);
    }

    /**
     * @param entries JSON by the name it is quoted with in errors
     * @throws CatalogueException with every error of every entry
     */
    List<ResidentService> read(Map<String, String> entries) {
        List<String> errors = new ArrayList<>();
        Map<String, ResidentService> services = new LinkedHashMap<>();
        entries.forEach((name, text) -> {
            ResidentService service = parse(name, text, errors);
            if (service != null && services.putIfAbsent(service.id(), service) != null) {
                errors.add(name + ": id " + service.id() + " is there twice");
            }
        });
        if (!errors.isEmpty()) {
            throw new CatalogueException(errors);
        }
        return List.copyOf(services.values());
    }

    private ResidentService parse(String name, String text, List<String> errors) {
        try {
            ResidentService service = json.readValue(text, ResidentService.class);
            List<String> wrong = service == null ? List.of("is null") : check(service);
            wrong.forEach(error -> errors.add(name + ": " + error));
            return wrong.isEmpty() ? service : null;
        } catch (JsonMappingException e) {
            errors.add(name + ": " + place(e) + ": " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            errors.add(name + ": not JSON: " + e.getOriginalMessage());
        }
        return null;
    }

    private List<String> check(ResidentService service) {
        List<String> errors = new ArrayList<>();
        if (!performed.contains(service.id())) {
            errors.add("id: nothing performs \"" + service.id() + "\", only " + performed);
        }
        if (service.needs() == null || service.needs().isEmpty() || service.fields() == null) {
            errors.add("needs and fields must be there, and needs not empty");
            return errors;
        }
        service.fields().stream()
                .filter(field -> !knownFields.contains(field))
                .forEach(field -> errors.add("fields: \"" + field + "\" is not one of " + knownFields));
        checkTexts(service, errors);
        return errors;
    }

    private static void checkTexts(ResidentService service, List<String> errors) {
        if (service.texts() == null || !service.texts().keySet().equals(LANGUAGES)) {
            errors.add("texts: must be there in exactly " + LANGUAGES);
            return;
        }
        List<String> wanted = new ArrayList<>(TEXTS);
        service.fields().forEach(field -> wanted.add("field." + field));
        service.texts()
                .forEach((language, texts) -> wanted.forEach(key -> {
                    String text = texts.get(key);
                    if (text == null || text.isBlank()) {
                        errors.add("texts." + language + "." + key + ": missing or blank");
                    }
                }));
        Set<Set<String>> keys =
                service.texts().values().stream().map(Map::keySet).collect(Collectors.toSet());
        if (keys.size() > 1) {
            errors.add("texts: every language must have the same keys");
        }
    }

    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/io/changbai/resident/services/catalogue/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
