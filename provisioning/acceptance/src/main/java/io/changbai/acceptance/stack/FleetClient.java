package io.changbai.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** What an operator's program asks fleet. */
public final class FleetClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String base;
    private final String token;

    /** @param consoleUrl as fleet prints it: {@code http://host:port/#<operator token>} */
    public FleetClient(String consoleUrl) {
        URI uri = URI.create(consoleUrl);
        this.base = uri.getScheme() + "://" + uri.getAuthority();
        this.token = uri.getFragment();
    }

    public JsonNode terminals() throws IOException {
        return send(request("/api/terminals").GET());
    }

    public JsonNode terminal(String id) throws IOException {
        return send(request("/api/terminals/" + id).GET());
    }

    public JsonNode transactions(int limit) throws IOException {
        return send(request("/api/transactions?limit=" + limit).GET());
    }

    /** @return a one-time code for a terminal's enrolment */
    public String enrolmentCode(String terminalId, String site) throws IOException {
        String body = JSON.writeValueAsString(Map.of("terminalId", terminalId, "site", site));
        return send(request("/api/enrolment-codes")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .path("code")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("fleet: " + response.uri().getPath() + " answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
