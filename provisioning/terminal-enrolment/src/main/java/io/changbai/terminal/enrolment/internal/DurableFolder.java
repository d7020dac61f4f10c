package io.changbai.terminal.enrolment.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of small secret files, readable by its owner only. A file is replaced whole or not at all, and is on disk when
 * {@link #write} returns. Not final: tests cut the power between its steps.
 */
class DurableFolder {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    DurableFolder(Path folder) {
        this.folder = folder;
    }

    Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void write(String name, byte[] content) throws IOException {
        prepare();
        Path temporary = folder.resolve(name + ".new");
        Files.deleteIfExists(temporary);
        try (FileChannel file = FileChannel.open(
                temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        moveIntoPlace(temporary, folder.resolve(name));
    }

    void moveIntoPlace(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    void delete(String name) throws IOException {
        if (Files.deleteIfExists(folder.resolve(name))) {
            sync(folder);
        }
    }

    /** Keeps an unreadable file as evidence, out of the way. */
    void setAside(String name) throws IOException {
        Files.move(folder.resolve(name), folder.resolve(name + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder.toAbsolutePath().getParent());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Without this a power cut may bring the old name back. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
