package io.changbai.kiosk.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads configuration files and checks every key against the rooms' metatypes before anything starts. A line is
 * {@code <pid>.<key> = <value>}, for example {@code changbai.id-card-reader.channel = tcp://192.168.7.20:4001}; UTF-8;
 * {@code #} begins a comment.
 */
final class Configuration {

    private final Metatypes metatypes;
    private final Map<String, Map<String, Object>> byPid = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    private Configuration(Metatypes metatypes) {
        this.metatypes = metatypes;
    }

    /**
     * @param files in order; a later file overrides single keys of an earlier one
     * @return typed values by pid and key
     * @throws WrongConfigurationException with every complaint of every file at once
     */
    static Map<String, Map<String, Object>> read(List<Path> files, Metatypes metatypes)
            throws WrongConfigurationException {
        Configuration configuration = new Configuration(metatypes);
        files.forEach(configuration::readFile);
        if (!configuration.complaints.isEmpty()) {
            throw new WrongConfigurationException(configuration.complaints);
        }
        return configuration.byPid;
    }

    private void readFile(Path file) {
        Map<String, String> lines = new LinkedHashMap<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new LinesInOrder(file, lines).load(reader);
        } catch (IOException | IllegalArgumentException e) {
            complaints.add(file + ": cannot be read: " + e);
            return;
        }
        lines.forEach((name, value) -> take(file, name, value.strip()));
    }

    private void take(Path file, String name, String value) {
        Optional<String> pid = pidOf(name);
        if (pid.isEmpty()) {
            complaints.add(file + ": " + name + ": nothing on this image has this name; configurable are "
                    + String.join(", ", metatypes.pids()));
            return;
        }
        Map<String, Attribute> attributes = metatypes.attributes(pid.get()).orElseThrow();
        String key = name.substring(pid.get().length() + 1);
        Attribute attribute = attributes.get(key);
        if (attribute == null) {
            complaints.add(file + ": " + name + ": " + pid.get() + " has no key " + key + "; its keys are "
                    + String.join(", ", attributes.keySet()));
            return;
        }
        Optional<Object> typed = attribute.parse(value);
        if (typed.isEmpty()) {
            complaints.add(file + ": " + name + ": the value is '" + value + "'; allowed is " + attribute.allowed());
            return;
        }
        byPid.computeIfAbsent(pid.get(), p -> new TreeMap<>()).put(key, typed.get());
    }

    /** The longest known pid that {@code name} begins with, because keys hold dots too. */
    private Optional<String> pidOf(String name) {
        return metatypes.pids().stream()
                .filter(pid -> name.startsWith(pid + "."))
                .reduce((a, b) -> a.length() >= b.length() ? a : b);
    }

    /** Keeps the order of the file and refuses a key given twice, which {@link Properties} would silently overwrite. */
    private final class LinesInOrder extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Path file;
        private final transient Map<String, String> lines;

        LinesInOrder(Path file, Map<String, String> lines) {
            this.file = file;
            this.lines = lines;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (lines.put((String) key, (String) value) != null) {
                complaints.add(file + ": " + key + ": given twice; allowed is once per file");
            }
            return super.put(key, value);
        }
    }
}
