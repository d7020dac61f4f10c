package io.changbai.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What can be configured on an image: the metatype files ({@code OSGI-INF/metatype}) of its bundles. The same files are
 * what a management console shows, so start-up check and console can never disagree.
 */
final class Metatypes {

    private static final String FOLDER = "OSGI-INF/metatype/";

    private final Map<String, Map<String, Attribute>> byPid = new TreeMap<>();

    static Metatypes of(List<Path> bundles) throws IOException {
        Metatypes metatypes = new Metatypes();
        for (Path bundle : bundles) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                for (JarEntry entry : metatypeFiles(jar)) {
                    metatypes.read(jar.getInputStream(entry), bundle + "!" + entry.getName());
                }
            }
        }
        return metatypes;
    }

    /** Adds keys that no bundle declares, because the launcher itself reads them. */
    Metatypes with(Map<String, Map<String, Attribute>> more) {
        byPid.putAll(more);
        return this;
    }

    private static List<JarEntry> metatypeFiles(JarFile jar) {
        return jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml"))
                .toList();
    }

    /** Persistent ids that can be configured, in alphabetical order. */
    List<String> pids() {
        return List.copyOf(byPid.keySet());
    }

    /** The attributes of one pid by key; empty when the pid is unknown. */
    Optional<Map<String, Attribute>> attributes(String pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    void read(InputStream xml, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            Map<String, Map<String, Attribute>> definitions = new TreeMap<>();
            Map<String, Attribute> current = Map.of();
            String pid = null;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "OCD" -> current = definitions.computeIfAbsent(attribute(reader, "id"), id -> new TreeMap<>());
                    case "AD" -> {
                        Attribute read = attributeDefinition(reader);
                        current.put(read.key(), read);
                    }
                    case "Designate" -> pid = attribute(reader, "pid");
                    case "Object" -> byPid.put(pid, definitions.getOrDefault(attribute(reader, "ocdref"), Map.of()));
                    default -> {
                        // labels and icons
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(name + ": not a metatype file: " + e.getMessage(), e);
        }
    }

    /** Reads an AD with its options, up to its end. */
    private static Attribute attributeDefinition(XMLStreamReader reader) throws XMLStreamException {
        String key = attribute(reader, "id");
        String type = attribute(reader, "type");
        String cardinality = attribute(reader, "cardinality");
        String min = attribute(reader, "min");
        String max = attribute(reader, "max");
        List<String> options = new ArrayList<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Option")) {
                options.add(attribute(reader, "value"));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("AD")) {
                break;
            }
        }
        boolean list = cardinality != null && !cardinality.equals("0");
        return new Attribute(key, type, list, options, min, max);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return reader.getAttributeValue(null, name);
    }
}
