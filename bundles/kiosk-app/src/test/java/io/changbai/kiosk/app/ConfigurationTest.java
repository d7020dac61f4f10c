package io.changbai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final String METATYPE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
              <OCD id="reader" name="Reader">
                <AD id="channel" type="String" cardinality="0"/>
                <AD id="retry.seconds" type="Integer" min="1" max="60"/>
                <AD id="mode" type="String"><Option label="a" value="sense"/><Option label="b" value="trigger"/></AD>
                <AD id="eager" type="Boolean"/>
                <AD id="fonts" type="String" cardinality="2147483647"/>
              </OCD>
              <Designate pid="changbai.reader"><Object ocdref="reader"/></Designate>
            </metatype:MetaData>
            """;

    @TempDir
    Path folder;

    private Metatypes metatypes;

    @BeforeEach
    void readMetatype() throws IOException {
        metatypes = new Metatypes();
        metatypes.read(new ByteArrayInputStream(METATYPE.getBytes(StandardCharsets.UTF_8)), "test");
    }

    @Test
    void readsTypedValuesAndLaterFilesWinByKey() throws Exception {
        Path base = file("default.properties", "changbai.reader.retry.seconds = 5\nchangbai.reader.eager = true");
        Path site = file("site.properties", "# 银杏镇大厅\nchangbai.reader.retry.seconds = 7\nchangbai.reader.fonts = a, b");
        Map<String, Object> reader =
                Configuration.read(List.of(base, site), metatypes).get("changbai.reader");
        assertThat(reader).containsEntry("retry.seconds", 7).containsEntry("eager", true);
        assertThat((String[]) reader.get("fonts")).containsExactly("a", "b");
    }

    @Test
    void namesFileKeyAndAllowedValuesForEachMistakeAtOnce() throws Exception {
        Path site = file("site.properties", """
                changbai.reader.retry.seconds = 61
                changbai.reader.mode = laser
                changbai.reader.eager = yes
                changbai.reader.colour = red
                changbai.toaster.heat = 3
                """);
        assertThat(complaints(site))
                .containsExactly(
                        site
                                + ": changbai.reader.retry.seconds: the value is '61'; allowed is a whole number from 1 to 60",
                        site + ": changbai.reader.mode: the value is 'laser'; allowed is one of sense, trigger",
                        site + ": changbai.reader.eager: the value is 'yes'; allowed is true or false",
                        site + ": changbai.reader.colour: changbai.reader has no key colour; its keys are"
                                + " channel, eager, fonts, mode, retry.seconds",
                        site + ": changbai.toaster.heat: nothing on this image has this name; configurable are"
                                + " changbai.reader");
    }

    @Test
    void refusesAKeyGivenTwiceInOneFile() throws Exception {
        Path site = file("site.properties", "changbai.reader.mode = sense\nchangbai.reader.mode = trigger");
        assertThat(complaints(site))
                .containsExactly(site + ": changbai.reader.mode: given twice; allowed is once per file");
    }

    @Test
    void saysSoWhenAFileIsMissingOrNotUtf8() throws Exception {
        Path missing = folder.resolve("nowhere.properties");
        Path broken = folder.resolve("broken.properties");
        Files.write(broken, new byte[] {'a', '=', (byte) 0xFF, (byte) 0xFE});
        assertThat(complaints(missing)).singleElement().asString().startsWith(missing + ": cannot be read: ");
        assertThat(complaints(broken)).singleElement().asString().startsWith(broken + ": cannot be read: ");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> complaints(Path file) {
        return catchThrowableOfType(
                        WrongConfigurationException.class, () -> Configuration.read(List.of(file), metatypes))
                .complaints();
    }
}
