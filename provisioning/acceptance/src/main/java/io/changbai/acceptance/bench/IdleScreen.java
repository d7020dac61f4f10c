package io.changbai.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The idle screen of a terminal with this data directory, whatever framework carries it. */
final class IdleScreen {

    private final Path address;

    IdleScreen(Path data) {
        this.address = data.resolve("ui-gateway/kiosk-url");
    }

    /** Forgets the address of the boot before. */
    void forget() throws IOException {
        Files.deleteIfExists(address);
    }

    /** It is there when its page is served and the journey's view has come through the stream. */
    boolean isServed() {
        if (!Files.exists(address)) {
            return false;
        }
        URI url = url();
        String base = url.getScheme() + "://" + url.getAuthority();
        String cookie = Http.session(base, url.getFragment());
        return cookie != null && Http.status(base + "/") == 200 && Http.firstView(base, cookie);
    }

    private URI url() {
        try {
            return URI.create(Files.readString(address).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
