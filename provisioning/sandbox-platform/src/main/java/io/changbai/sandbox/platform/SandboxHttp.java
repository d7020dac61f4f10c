package io.changbai.sandbox.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox's HTTP side, on loopback only.
 *
 * <pre>
 * GET  /verify/NUMBER?c=CODE   whether a document is genuine (page)
 * GET  /residents              the people, as in residents.json
 * POST /api/script             {"resource":"certificate/issue","behaviour":"silent","millis":0,"times":1}
 * POST /api/script/reset
 * </pre>
 */
final class SandboxHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxHttp.class);
    private static final int LONGEST_BODY = 4_096;
    private static final String JSON = "application/json";

    /** Body of a script. @param times 1 when left out */
    record ScriptRequest(String resource, String behaviour, int millis, Integer times) {
        int count() {
            return times == null ? 1 : times;
        }
    }

    private record Page(int status, String type, byte[] body) {
        static Page text(int status, String text) {
            return new Page(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> new Thread(work, "sandbox-http"));
    private final HttpServer server;
    private final Documents documents;
    private final Scripts scripts;
    private final byte[] residents;

    /** @param server bound already: the address of the documents contains its port */
    SandboxHttp(HttpServer server, Documents documents, Scripts scripts, byte[] residents) {
        this.server = server;
        this.documents = documents;
        this.scripts = scripts;
        this.residents = residents.clone();
    }

    /** @param port 0 for any free one */
    static HttpServer bind(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
    }

    static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SandboxHttp start() {
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = page(exchange);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(page.status(), page.body().length);
            exchange.getResponseBody().write(page.body());
        } catch (RuntimeException defect) {
            LOG.error("A defect in a page", defect);
        }
    }

    private Page page(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/verify/")) {
            return method.equals("GET") ? verify(exchange) : Page.text(405, "GET only");
        }
        if (!isLocal(exchange)) {
            return Page.text(403, "this address is for this machine's own programs");
        }
        return switch (method + " " + path) {
            case "GET /residents" -> new Page(200, JSON + "; charset=utf-8", residents);
            case "POST /api/script" -> script(exchange);
            case "POST /api/script/reset" -> {
                scripts.reset();
                yield Page.text(200, "reset");
            }
            default -> Page.text(404, "no such page");
        };
    }

    private Page verify(HttpExchange exchange) {
        try {
            var uri = exchange.getRequestURI();
            return new Page(
                    200, "text/html; charset=utf-8", VerifyPage.html(documents.verdict(uri.getPath(), uri.getQuery())));
        } catch (SQLException e) {
            LOG.error("The ledger failed: {}", e.getMessage());
            return Page.text(500, "The ledger failed.");
        }
    }

    private Page script(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                return Page.text(413, "a script is shorter");
            }
            ScriptRequest request = JsonCodec.read(body, ScriptRequest.class);
            scripts.set(request.resource(), request.behaviour(), request.millis(), request.count());
            return Page.text(200, "set");
        } catch (MalformedBodyException | IllegalArgumentException e) {
            return Page.text(400, e.getMessage());
        }
    }

    /** A web page elsewhere can make a browser send requests here; it cannot forge these two headers. */
    private static boolean isLocal(HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        String name = host.replaceAll(":[0-9]+$", "");
        return Set.of("127.0.0.1", "localhost").contains(name)
                && !exchange.getRequestHeaders().containsKey("Origin");
    }
}
