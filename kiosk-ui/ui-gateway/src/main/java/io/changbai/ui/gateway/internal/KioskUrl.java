package io.changbai.ui.gateway.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the kiosk shell which address to open: {@code <changbai.data>/ui-gateway/kiosk-url}, readable by the terminal's
 * own user only because it holds the token. The file stands exactly while the screens can be opened.
 */
@Component(
        service = {},
        immediate = true)
public final class KioskUrl {

    private static final Logger LOG = LoggerFactory.getLogger(KioskUrl.class);
    private static final String ENDPOINT = "osgi.http.endpoint";
    private static final int NOT_WRITTEN = 0;

    private final KioskSession session;
    private final Path file;
    private final AtomicInteger written = new AtomicInteger(NOT_WRITTEN);

    @Activate
    public KioskUrl(BundleContext context, @Reference KioskSession session) {
        this(Path.of(dataDirectory(context)), session);
    }

    KioskUrl(Path dataDirectory, KioskSession session) {
        this.session = session;
        this.file = dataDirectory.resolve("ui-gateway").resolve("kiosk-url");
    }

    private static String dataDirectory(BundleContext context) {
        String directory = context.getProperty("changbai.data");
        if (directory == null) {
            throw new IllegalStateException("the framework property changbai.data is not set");
        }
        return directory;
    }

    /** The web server tells its port as a service property, some time after its start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, updated = "updatedServer")
    void addServer(HttpServiceRuntime server, Map<String, Object> properties) {
        updatedServer(server, properties);
    }

    void updatedServer(HttpServiceRuntime server, Map<String, Object> properties) {
        port(properties.get(ENDPOINT)).ifPresent(this::writeOnce);
    }

    /** The server's properties change with every servlet that comes; its port does not. */
    private void writeOnce(int port) {
        if (written.getAndSet(port) != port) {
            write(port);
        }
    }

    void removeServer(HttpServiceRuntime server) {
        written.set(NOT_WRITTEN);
        delete();
    }

    @Deactivate
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", file, e.toString());
        }
    }

    static OptionalInt port(Object endpoints) {
        String[] urls = endpoints instanceof String[] many
                ? many
                : endpoints == null ? new String[0] : new String[] {endpoints.toString()};
        return Arrays.stream(urls)
                .filter(url -> url.startsWith("http://"))
                .mapToInt(url -> URI.create(url).getPort())
                .filter(port -> port > 0)
                .findFirst();
    }

    /** Another process sees the old file or the new one, never half of it. */
    void write(int port) {
        String url = "http://127.0.0.1:" + port + "/#" + session.token() + "\n";
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(file.getParent(), "kiosk-url", ".new");
            Files.writeString(fresh, url);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("screens on 127.0.0.1:{}", port);
        } catch (IOException e) {
            LOG.error("the kiosk shell cannot learn the address of the screens: {}", e.toString());
        }
    }
}
