package io.changbai.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Apache Karaf carrying the terminal's own bundles at start level 60, on Karaf's defaults; ready when the same idle screen
 * is served. Its devices are not configured, which favours it.
 */
final class LoadedKaraf extends Karaf {

    /** What Karaf brings itself; a second one would be refused. */
    private static final List<String> KARAFS_OWN = List.of(
            "org.apache.felix.configadmin",
            "org.apache.felix.eventadmin",
            "org.apache.felix.log",
            "org.apache.felix.metatype",
            "org.osgi.util.");

    private final Path data;
    private final IdleScreen screen;

    private LoadedKaraf(Path home, Path data, int sshPort) {
        super(home, sshPort);
        this.data = data;
        this.screen = new IdleScreen(data);
    }

    /** Puts the image's bundles into a copy of a distribution. */
    static LoadedKaraf of(Path distribution, Path image, Path folder, int sshPort) throws IOException {
        Path home = folder.resolve("loaded-karaf");
        copyTree(distribution, home);
        Path system = Files.createDirectories(home.resolve("system/changbai"));
        StringBuilder startup = new StringBuilder("\n");
        try (Stream<Path> bundles = Files.list(image.resolve("bundles"))) {
            for (Path bundle : bundles.filter(LoadedKaraf::isOurs).sorted().toList()) {
                String name = bundle.getFileName().toString();
                Files.copy(bundle, system.resolve(name));
                startup.append("reference\\:file\\:changbai/").append(name).append(" = 60\n");
            }
        }
        Files.writeString(home.resolve("etc/startup.properties"), startup, StandardOpenOption.APPEND);
        exportSmartCards(home.resolve("etc/config.properties"));
        return new LoadedKaraf(home, folder.resolve("loaded-karaf-data"), sshPort);
    }

    private static boolean isOurs(Path bundle) {
        return KARAFS_OWN.stream().noneMatch(bundle.getFileName().toString()::startsWith);
    }

    /** Karaf lists the JDK's packages by hand and leaves this one out. */
    private static void exportSmartCards(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(
                configuration,
                text.replace("    org.apache.karaf.branding, ", "    javax.smartcardio, org.apache.karaf.branding, "));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(file -> !file.startsWith(from.resolve("data"))).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String name() {
        return Candidates.KARAF;
    }

    @Override
    public Map<String, String> environment() {
        try {
            Map<String, String> environment = new HashMap<>(super.environment());
            environment.put(
                    "EXTRA_JAVA_OPTS",
                    "-Dchangbai.data=" + data + " -Dorg.apache.felix.http.host=127.0.0.1 -Dorg.osgi.service.http.port="
                            + Candidates.freePort());
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void prepare() throws IOException {
        super.prepare();
        Files.createDirectories(data);
        screen.forget();
    }

    @Override
    public boolean isReady() {
        return screen.isServed();
    }
}
