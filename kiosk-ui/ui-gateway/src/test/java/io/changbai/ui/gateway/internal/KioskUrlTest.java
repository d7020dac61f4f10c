package io.changbai.ui.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskUrlTest {

    @TempDir
    Path data;

    private final KioskSession session = new KioskSession();

    @Test
    void tellsTheShellTheAddressAsSoonAsTheServerKnowsItsPort() throws IOException {
        KioskUrl url = new KioskUrl(data, session);
        url.addServer(null, Map.of());
        assertThat(file()).doesNotExist();

        url.updatedServer(null, Map.of("osgi.http.endpoint", new String[] {"http://127.0.0.1:18080/"}));

        assertThat(file()).hasContent("http://127.0.0.1:18080/#" + session.token() + "\n");
    }

    @Test
    void keepsTheTokenFromOtherUsers() throws IOException {
        new KioskUrl(data, session).write(18080);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void replacesTheAddressOfAnEarlierBoot() throws IOException {
        new KioskUrl(data, new KioskSession()).write(1);
        new KioskUrl(data, session).write(2);

        assertThat(file()).content().startsWith("http://127.0.0.1:2/#").contains(session.token());
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void writesOnceHoweverOftenTheServerSpeaks() throws IOException {
        KioskUrl url = new KioskUrl(data, session);
        Map<String, Object> server = Map.of("osgi.http.endpoint", "http://127.0.0.1:18080/");
        url.addServer(null, server);
        Files.delete(file());
        url.updatedServer(null, server);
        assertThat(file()).doesNotExist();

        url.removeServer(null);
        url.addServer(null, server);

        assertThat(file()).exists();
    }

    @Test
    void takesTheAddressAwayWhenTheScreensGo() {
        KioskUrl url = new KioskUrl(data, session);
        url.write(18080);
        url.removeServer(null);

        assertThat(file()).doesNotExist();
    }

    @Test
    void findsThePortInWhateverTheServerSays() {
        assertThat(KioskUrl.port(new String[] {"/", "https://a:1/", "http://127.0.0.1:18080/"}))
                .hasValue(18080);
        assertThat(KioskUrl.port("http://127.0.0.1:80/")).hasValue(80);
        assertThat(KioskUrl.port(new String[] {"http://127.0.0.1/"})).isEqualTo(OptionalInt.empty());
        assertThat(KioskUrl.port(null)).isEqualTo(OptionalInt.empty());
    }

    private Path file() {
        return data.resolve("ui-gateway").resolve("kiosk-url");
    }
}
