package io.changbai.acceptance.visit;

import io.changbai.acceptance.stack.RunState;
import io.changbai.acceptance.stack.StackOptions;
import io.changbai.acceptance.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code ./changbai visit NAME}: plays one visit against a running stack. */
public final class VisitCommand {

    static final Map<String, Visit> VISITS =
            new TreeMap<>(Map.of("certificate", new CertificateVisit(), "certification", new CertificationVisit()));

    private VisitCommand() {}

    public static int run(String[] args, PrintStream out) throws IOException {
        Words words = Words.parse(args, Set.of("--data", "--pictures"), Set.of());
        String name = words.name("visit", VISITS.keySet());
        Path data = words.option("--data").map(Path::of).orElseGet(StackOptions::defaultData);
        Optional<Path> pictures = words.option("--pictures").map(Path::of);
        if (pictures.isPresent()) {
            Files.createDirectories(pictures.get());
        }
        return play(name, RunState.read(data.toAbsolutePath()), out, pictures) ? 0 : 1;
    }

    /** Plays a visit and prints its lines. */
    public static boolean play(String name, RunState stack, PrintStream out, Optional<Path> pictures)
            throws IOException {
        long begin = System.nanoTime();
        try (VisitRun run = VisitRun.begin(stack, out, pictures)) {
            VISITS.get(name).play(run);
        } catch (IOException e) {
            out.println("VISIT " + name + " FAILED " + e.getMessage().replaceAll("\\s+", " "));
            return false;
        }
        out.printf(Locale.ROOT, "VISIT %s OK %.1f%n", name, (System.nanoTime() - begin) / 1e9);
        return true;
    }
}
