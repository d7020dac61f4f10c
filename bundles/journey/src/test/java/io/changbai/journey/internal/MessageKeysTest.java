package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.resident.services.ResidentService.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The screens must have a text for every key in {@code message-keys.txt}; here it is proven that none is missing there. */
class MessageKeysTest {

    private static final Pattern KEY =
            Pattern.compile("\"((?:problem|missing|identify|face|review|fact)\\.[A-Za-z_-]+)\"");

    @Test
    void everyKeyInTheSourcesIsListed() throws IOException {
        Set<String> used = new TreeSet<>(keysIn(Path.of("src/main/java")));
        used.addAll(keysIn(Path.of("../resident-services/src/main/java")));
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(listed()).containsAll(used);
    }

    @Test
    void everyReasonOfTheRoomsBelowIsListed() throws IOException {
        Set<ClaimResult.Why> told =
                EnumSet.complementOf(EnumSet.of(ClaimResult.Why.NOTHING_PRESENTED, ClaimResult.Why.CANCELLED));
        assertThat(listed()).containsAll(prefixed("identify.", told));
        assertThat(listed()).containsAll(prefixed("face.", EnumSet.complementOf(EnumSet.of(FaceResult.Why.CANCELLED))));
        assertThat(listed()).containsAll(prefixed("guide.", EnumSet.allOf(FaceHint.class)));
        assertThat(listed()).containsAll(prefixed("missing.", EnumSet.allOf(Capability.class)));
        assertThat(listed()).containsAll(prefixed("way.", EnumSet.allOf(ClaimWay.class)));
    }

    private static List<String> prefixed(String prefix, Set<? extends Enum<?>> values) {
        return values.stream().map(value -> prefix + value.name()).toList();
    }

    private static Set<String> keysIn(Path sources) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher key = KEY.matcher(Files.readString(file));
                while (key.find()) {
                    keys.add(key.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in = MessageKeysTest.class.getResourceAsStream("/io/changbai/journey/message-keys.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toSet());
        }
    }
}
