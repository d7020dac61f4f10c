package io.changbai.acceptance.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What a running stack tells other commands about itself; in {@code run.json} of its data directory, readable by its
 * owner only because the URLs carry tokens.
 *
 * @param pid of the process that holds the stack
 */
public record RunState(long pid, String kiosk, String bench, String fleet, String sandbox) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public void write(Path data) throws IOException {
        Path temporary = data.resolve("run.json.new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(temporary, JSON.writeValueAsBytes(this));
        Files.move(temporary, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException no stack runs there; the message says what to type */
    public static RunState read(Path data) throws IOException {
        if (!Files.exists(file(data))) {
            throw new IOException("no stack runs in " + data + "; start one with ./changbai run");
        }
        RunState state = JSON.readValue(Files.readAllBytes(file(data)), RunState.class);
        if (ProcessHandle.of(state.pid).isEmpty()) {
            throw new IOException("the stack in " + data + " has ended; start one with ./changbai run");
        }
        return state;
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    private static Path file(Path data) {
        return data.resolve("run.json");
    }
}
