package io.changbai.journal.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of the store: begins a store, sets an unreadable one aside. Nothing in it is ever deleted. */
final class StoreFolder {

    /** The database and what SQLite keeps beside it; the log may hold the newest records. */
    private static final List<String> FILES = List.of("journal.db", "journal.db-wal", "journal.db-shm");

    private final Path folder;
    private final Clock clock;

    StoreFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path database() {
        return folder.resolve("journal.db");
    }

    /** Makes sure a complete store is there. It is built under another name, so a half-built one is never taken for a store. */
    void beginIfAbsent() throws SQLException, IOException {
        if (Files.exists(database())) {
            return;
        }
        if (Files.exists(folder.resolve("journal.db-wal"))) {
            throw new StoreCorruptException("there is a write-ahead log without its database");
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("journal.db.new");
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(folder.resolve("journal.db.new-journal"));
        Schema.create(unfinished, UUID.randomUUID().toString(), clock.millis());
        Files.move(unfinished, database(), StandardCopyOption.ATOMIC_MOVE);
        sync();
        syncFolder(folder.toAbsolutePath().getParent());
    }

    /** Moves the present store aside with a note of what was seen. */
    Path quarantine(String reason) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Path aside =
                Files.createTempDirectory(folder, "quarantine-" + now.toString().replaceAll("[-:.]", "") + "-");
        StringBuilder evidence = new StringBuilder("set aside " + now + "\nreason: " + reason + "\n");
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                evidence.append(name).append(' ').append(Files.size(file)).append(" bytes\n");
                Files.move(file, aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.writeString(aside.resolve("evidence.txt"), evidence);
        syncFolder(aside);
        sync();
        return aside;
    }

    /** How many stores lie aside and wait for somebody to look at them. */
    long quarantined() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("quarantine-"))
                    .count();
        } catch (IOException e) {
            return 0; // no folder yet, or one that cannot be read: then the journal is unavailable and says so itself
        }
    }

    /** A new file survives a power cut only when its folder was written too. */
    void sync() throws IOException {
        syncFolder(folder);
    }

    private static void syncFolder(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
