package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The synthetic residents of the sandbox, read from its file each time: it may appear or change while the bench runs. */
final class Residents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Residents(Path file) {
        this.file = file;
    }

    /** Everybody in the file; nobody when it is not there yet. */
    List<Resident> all() throws BadRequest {
        List<Resident> all = new ArrayList<>();
        if (Files.isReadable(file)) {
            read().forEach(entry -> all.add(new Resident(entry)));
        }
        return all;
    }

    Resident find(String key) throws BadRequest {
        for (Resident each : all()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        throw new BadRequest("There is no resident " + key + " in " + file.getFileName() + ".");
    }

    private JsonNode read() throws BadRequest {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new BadRequest(
                    "The residents' file cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }
}
