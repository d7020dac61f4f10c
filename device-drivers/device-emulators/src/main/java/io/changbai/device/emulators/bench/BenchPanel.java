package io.changbai.device.emulators.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.changbai.device.emulators.internal.wire.LoopbackHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The panel's page and its JSON API, on loopback, for this machine's browser and scripts only. */
final class BenchPanel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = 64 << 10;
    private static final Map<String, String> PAGE = Map.of(
            "/", "bench.html",
            "/bench.css", "bench.css",
            "/bench.js", "bench.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "png", "image/png",
            "pdf", "application/pdf");

    private final BenchView bench;
    private final PrintedPaper printed;
    private final Supplier<byte[]> camera;
    private final LoopbackHttp http;

    BenchPanel(int port, BenchView bench, PrintedPaper printed, Supplier<byte[]> camera) {
        this.bench = bench;
        this.printed = printed;
        this.camera = camera;
        http = new LoopbackHttp("bench-panel", port, this::serve);
    }

    BenchPanel start() {
        http.plug();
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + http.port() + "/";
    }

    @Override
    public void close() {
        http.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isOurs(exchange)) {
                route(exchange, exchange.getRequestURI().getPath());
            } else {
                refuse(exchange, 403, "The bench answers its own page and local scripts only.");
            }
        }
    }

    /** Host and Origin must be this address: pages of other sites may not reach in through the browser. */
    private boolean isOurs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        List<String> ours = List.of("127.0.0.1:" + http.port(), "localhost:" + http.port());
        return ours.contains(host) && (origin == null || ours.contains(origin.replaceFirst("^http://", "")));
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        boolean post = exchange.getRequestMethod().equals("POST");
        if (post && path.startsWith("/api/")) {
            act(exchange, path.substring("/api/".length()).split("/", -1));
        } else if (post || !exchange.getRequestMethod().equals("GET")) {
            refuse(exchange, 405, "The bench knows GET, and POST below /api/.");
        } else if (path.equals("/api/state")) {
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(bench.state()));
        } else if (path.equals("/api/actions")) {
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(bench.actions()));
        } else if (path.equals("/camera.jpg")) {
            send(exchange, 200, "image/jpeg", camera.get());
        } else if (path.startsWith("/paper/")) {
            paper(exchange, path.substring("/paper/".length()));
        } else if (PAGE.containsKey(path)) {
            send(exchange, 200, type(PAGE.get(path)), resource(PAGE.get(path)));
        } else {
            refuse(exchange, 404, "There is nothing at this address.");
        }
    }

    private void act(HttpExchange exchange, String[] parts) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw new BadRequest("The body is longer than 64 KiB.");
            }
            ObjectNode before = bench.state();
            if (parts.length == 1 && parts[0].equals("reset")) {
                bench.reset();
            } else if (parts.length == 2) {
                bench.perform(parts[0], parts[1], Body.parse(new String(body, UTF_8)));
            } else {
                throw new BadRequest("Actions are /api/<device>/<action>, and /api/reset.");
            }
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(after(parts, before)));
        } catch (BadRequest e) {
            refuse(exchange, e.status(), e.getMessage());
        } catch (RuntimeException e) {
            refuse(exchange, 500, "The bench could not do that: " + e.getMessage());
        }
    }

    /** The device as it is now; after taking paper also what was taken. */
    private ObjectNode after(String[] parts, ObjectNode before) {
        if (parts.length == 1) {
            return bench.state();
        }
        ObjectNode device = (ObjectNode) bench.state().path("devices").path(parts[0]);
        if (parts[1].equals("take")) {
            device.set("taken", before.path("devices").path(parts[0]).path("outlet"));
        }
        return device;
    }

    private void paper(HttpExchange exchange, String name) throws IOException {
        Optional<Path> file = printed.find(name);
        if (file.isPresent()) {
            send(exchange, 200, type(name), Files.readAllBytes(file.get()));
        } else {
            refuse(exchange, 404, "No paper has this name.");
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BenchPanel.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
        ObjectNode error = JSON.createObjectNode().put("error", sentence);
        send(exchange, status, "application/json", JSON.writeValueAsBytes(error));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }
}
