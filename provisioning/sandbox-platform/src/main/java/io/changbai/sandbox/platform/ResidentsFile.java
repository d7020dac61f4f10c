package io.changbai.sandbox.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The people of the province as the bench reads them, so that it can put their cards on the readers. */
final class ResidentsFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResidentsFile() {}

    static byte[] json(List<Resident> people) throws IOException {
        return JSON.writeValueAsBytes(people);
    }

    /** Readers see the old file or the new one, never half of it. */
    static void write(Path file, List<Resident> people) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "residents", ".new");
        Files.write(unfinished, json(people));
        Files.move(unfinished, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    }
}
