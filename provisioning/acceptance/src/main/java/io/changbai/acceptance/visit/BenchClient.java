package io.changbai.acceptance.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The hands of a scripted visit: puts cards, holds codes, takes paper, pulls cables through the bench's API. */
public final class BenchClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String base;

    /** @param base for example {@code http://127.0.0.1:18090} */
    public BenchClient(String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** Everything healthy, nobody there, no card, no paper in the outlet. */
    public void reset() throws IOException {
        post("/api/reset", Map.of());
    }

    /** For example {@code act("id-card-reader", "present", Map.of("resident", "wang-min"))}. */
    public void act(String device, String action, Map<String, ?> body) throws IOException {
        post("/api/" + device + "/" + action, body);
    }

    public void act(String device, String action) throws IOException {
        act(device, action, Map.of());
    }

    /** What every emulator is doing now. */
    public JsonNode state() throws IOException {
        return JSON.readTree(get("/api/state"));
    }

    /** A file that came out of a printer, as the panel links it. */
    public byte[] paper(String file) throws IOException {
        return get("/paper/" + file);
    }

    private byte[] get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private void post(String path, Map<String, ?> body) throws IOException {
        String json = JSON.writeValueAsString(body);
        send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .POST(BodyPublishers.ofString(json)));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("bench: " + response.uri().getPath() + " answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
