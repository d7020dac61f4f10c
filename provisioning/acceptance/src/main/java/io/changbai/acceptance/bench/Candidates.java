package io.changbai.acceptance.bench;

import io.changbai.acceptance.stack.Child;
import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The five programs of {@link StartBench}. */
final class Candidates {

    static final String TERMINAL = "terminal";
    static final String PREPARED = "prepared";
    static final String BARE = "felix";
    /** Carrying the terminal's bundles. */
    static final String KARAF = "karaf";

    static final String EMPTY_KARAF = "karaf, empty";

    private Candidates() {}

    static List<Candidate> all(Installation installation, Path folder) throws IOException {
        Path kiosk = installation.image("kiosk");
        Path archive = folder.resolve("terminal.jsa");
        List<String> prepared =
                List.of("@" + kiosk.resolve("conf/jvm.options"), "-XX:SharedArchiveFile=" + archive, "-Xshare:auto");
        Terminal plain = new Terminal(TERMINAL, kiosk, folder.resolve(TERMINAL), List.of());
        Terminal fast = new Terminal(PREPARED, kiosk, folder.resolve(PREPARED), prepared);
        archive(kiosk, folder, archive);
        Path karaf = karaf(installation);
        return new ArrayList<>(List.of(
                plain,
                fast,
                bare(kiosk, folder),
                LoadedKaraf.of(karaf, kiosk, folder, freePort()),
                new Karaf(karaf, freePort())));
    }

    /** Makes the class archive as an installation does: one start that ends at once. */
    private static void archive(Path kiosk, Path folder, Path archive) throws IOException {
        Terminal once = new Terminal(
                "archive",
                kiosk,
                folder.resolve("archive"),
                List.of("@" + kiosk.resolve("conf/jvm.options"), "-XX:ArchiveClassesAtExit=" + archive));
        once.prepare();
        try (Child child = Child.start("archive", folder, Map.of(), once.command())) {
            child.awaitTightly(once::isReady);
        }
    }

    /** The terminal's framework bundles without its rooms. */
    private static Candidate bare(Path kiosk, Path folder) throws IOException {
        Path image = folder.resolve("felix-image");
        for (String part : List.of("lib", "bundles", "conf")) {
            Files.createDirectories(image.resolve(part));
        }
        copy(kiosk.resolve("launcher.jar"), image.resolve("launcher.jar"));
        try (Stream<Path> libraries = Files.list(kiosk.resolve("lib"));
                Stream<Path> bundles = Files.list(kiosk.resolve("bundles"))) {
            libraries.forEach(file -> copy(file, image.resolve("lib").resolve(file.getFileName())));
            bundles.filter(Candidates::isFramework)
                    .forEach(file -> copy(file, image.resolve("bundles").resolve(file.getFileName())));
        }
        return new BareFelix(image, folder.resolve(BARE), freePort());
    }

    private static boolean isFramework(Path bundle) {
        return Stream.of("org.apache.felix.", "org.osgi.", "commons-")
                .anyMatch(bundle.getFileName().toString()::startsWith);
    }

    /** The distribution as ./changbai bench unpacked it. */
    private static Path karaf(Installation installation) throws IOException {
        try (Stream<Path> folders = Files.list(installation.home().resolve("target/karaf"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
