package io.changbai.acceptance.bench;

import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The production image with a lobby terminal's devices configured; none of them is plugged in. */
final class Terminal implements Candidate {

    private final String name;
    private final Path image;
    private final Path data;
    private final List<String> jvm;
    private final IdleScreen screen;

    Terminal(String name, Path image, Path data, List<String> jvm) {
        this.name = name;
        this.image = image;
        this.data = data;
        this.jvm = jvm;
        this.screen = new IdleScreen(data);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Installation.jvm());
        words.addAll(jvm);
        words.addAll(List.of(
                "-jar",
                image.resolve("launcher.jar").toString(),
                "--data",
                data.toString(),
                "--site",
                data.resolve("site.properties").toString()));
        return words;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
        screen.forget();
        Files.writeString(data.resolve("site.properties"), """
                changbai.http.port = %d
                changbai.id-card-reader.channel = tcp://127.0.0.1:9
                changbai.social-card-reader.reader = Virtual PCD 00 00
                changbai.qr-scanner.channel = tcp://127.0.0.1:9
                changbai.face-camera.channel = http://127.0.0.1:9/
                changbai.receipt-printer.channel = tcp://127.0.0.1:9
                changbai.document-printer.printer.uri = ipp://127.0.0.1:9/ipp/print
                """.formatted(Candidates.freePort()));
    }

    @Override
    public boolean isReady() {
        return screen.isServed();
    }
}
