package io.changbai.kiosk.app;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whatever stands in a site file that somebody copied to a terminal. */
class SiteFileFuzzTest {

    private final Metatypes metatypes;
    private final Path file;

    SiteFileFuzzTest() throws IOException {
        metatypes = Metatypes.of(List.of()).with(ImageRun.OWN_KEYS);
        file = Files.createTempFile("site-", ".properties");
        file.toFile().deleteOnExit();
    }

    @FuzzTest
    void survivesWhateverStandsInASiteFile(byte[] bytes) {
        try {
            Files.write(file, bytes);
            Configuration.read(List.of(file), metatypes);
        } catch (WrongConfigurationException declared) {
            if (declared.complaints().isEmpty()) {
                throw new IllegalStateException("refused without a word", declared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
