package io.changbai.acceptance.bench;

import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The framework with its services and web server, and none of our rooms. */
final class BareFelix implements Candidate {

    private final Path image;
    private final Path data;
    private final int port;

    BareFelix(Path image, Path data, int port) {
        this.image = image;
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return Candidates.BARE;
    }

    @Override
    public List<String> command() {
        return List.of(Installation.jvm(), "-jar", image.resolve("launcher.jar").toString(), "--data", data.toString());
    }

    @Override
    public void prepare() throws IOException {
        Files.writeString(image.resolve("conf/default.properties"), "changbai.http.port = " + port + "\n");
    }

    /** Any answer will do: nothing is deployed, so it is 404. */
    @Override
    public boolean isReady() {
        return Http.status("http://127.0.0.1:" + port + "/") > 0;
    }
}
