package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was printed, by file name, newest first; and which of it still lies in an outlet. */
final class PrintedPaper {
    /** Plain file names only: no separators, no leading dot, so that nothing outside the folders is reachable. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}");

    private static final int SHOWN = 20;

    private final List<Path> folders = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    PrintedPaper(Path output, Optional<Path> spool) {
        folders.add(output);
        spool.ifPresent(folders::add);
        // Paper of an earlier run is nobody's any more.
        taken.addAll(names(PrintedPaper::isReceipt));
        taken.addAll(names(PrintedPaper::isDocument));
    }

    static boolean isReceipt(String name) {
        return name.startsWith("receipt-") && name.endsWith(".png");
    }

    static boolean isDocument(String name) {
        return name.endsWith(".pdf");
    }

    /** The newest sheets of a kind. */
    List<String> newest(Predicate<String> kind) {
        return names(kind).stream().limit(SHOWN).toList();
    }

    /** The sheets of a kind nobody has taken yet, newest first. */
    synchronized List<String> inOutlet(Predicate<String> kind) {
        return names(kind).stream().filter(name -> !taken.contains(name)).toList();
    }

    /** Takes everything of a kind out of its outlet. */
    synchronized List<String> take(Predicate<String> kind) {
        List<String> now = inOutlet(kind);
        taken.addAll(now);
        return now;
    }

    /** Writes what lies in the outlet and what was printed last. */
    void describe(ObjectNode device, Predicate<String> kind) {
        inOutlet(kind).forEach(device.putArray("outlet")::add);
        newest(kind).forEach(device.putArray("papers")::add);
    }

    /** The file of this name, when it is one of the bench's papers. */
    Optional<Path> find(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return Optional.empty();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private List<String> names(Predicate<String> kind) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(list(folder, kind));
        }
        files.sort((one, other) -> Long.compare(age(other), age(one)));
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<Path> list(Path folder, Predicate<String> kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> kind.test(file.getFileName().toString()))
                    .filter(file -> PLAIN.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}
