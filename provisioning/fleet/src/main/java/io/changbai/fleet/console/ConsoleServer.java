package io.changbai.fleet.console;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.enrolment.EnrolmentDesk;
import io.changbai.fleet.store.DatabaseAwayException;
import io.changbai.fleet.store.FleetView;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the page and the API. Static files need no token: they hold nothing. */
public final class ConsoleServer implements AutoCloseable {

    private static final int LONGEST_BODY = 4_096;
    private static final int MOST_TRANSACTIONS = 1_000;
    private static final int LONGEST_SITE = 128;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String AWAY =
            "The database is away. Nothing is lost: messages wait at the broker until it is back.";

    private final FleetView view;
    private final EnrolmentDesk desk;
    private final ConsoleJson json;
    private final OperatorDoor door;
    private final Javalin server;

    /** @param tokenFile made at the first start */
    public ConsoleServer(FleetView view, EnrolmentDesk desk, ConsoleJson json, Path tokenFile, String host, int port)
            throws IOException {
        this.view = view;
        this.desk = desk;
        this.json = json;
        this.door = new OperatorDoor(tokenFile, Set.copyOf(List.of("127.0.0.1", "localhost", host)));
        this.server = Javalin.create(this::configure).start(host, port);
    }

    public int port() {
        return server.port();
    }

    /** The page. Operators append {@code #} and the token of the file: so it never travels in a request line. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(16, 2);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(this::guard);
        config.routes.get("/", context -> file(context, "index.html", "text/html; charset=utf-8"));
        config.routes.get("/console.js", context -> file(context, "console.js", "text/javascript; charset=utf-8"));
        config.routes.get("/console.css", context -> file(context, "console.css", "text/css; charset=utf-8"));
        config.routes.post(
                "/session",
                context -> door.openSession(context, body(context, Shown.class).token()));
        config.routes.get("/api/overview", context -> answer(context, json.overview()));
        config.routes.get("/api/terminals", context -> answer(context, json.terminals(view.terminals())));
        config.routes.get("/api/terminals/{id}", this::terminal);
        config.routes.get(
                "/api/transactions", context -> answer(context, json.transactions(view.transactions(limit(context)))));
        config.routes.post("/api/enrolment-codes", this::newCode);
        config.routes.exception(
                DatabaseAwayException.class,
                (away, context) -> context.status(503)
                        .contentType("text/plain; charset=utf-8")
                        .result(AWAY));
    }

    private void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        door.checkOrigin(context);
        if (context.path().startsWith("/api/")) {
            door.checkOperator(context);
        }
    }

    private void terminal(Context context) {
        answer(
                context,
                view.terminal(context.pathParam("id"))
                        .map(json::terminal)
                        .orElseThrow(() -> new NotFoundResponse("no such terminal")));
    }

    private void newCode(Context context) {
        Wanted wanted = body(context, Wanted.class);
        if (wanted.terminalId() == null || !Authority.isTerminalName(wanted.terminalId())) {
            throw new BadRequestResponse("terminalId: letters, digits, - and _, at most 64");
        }
        String site = wanted.site() == null ? "" : wanted.site().strip();
        if (site.isEmpty() || site.length() > LONGEST_SITE || site.indexOf('\0') >= 0) {
            throw new BadRequestResponse("site: 1 to 128 characters");
        }
        EnrolmentDesk.NewCode code = desk.newCode(wanted.terminalId(), site);
        answer(context.status(201), json.code(code));
    }

    private static int limit(Context context) {
        String text = context.queryParam("limit");
        if (text == null) {
            return 100;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new BadRequestResponse("limit: 1 to " + MOST_TRANSACTIONS);
        }
        return Math.min(Integer.parseInt(text), MOST_TRANSACTIONS);
    }

    private static <T> T body(Context context, Class<T> type) {
        try (InputStream in = context.bodyInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new BadRequestResponse("too long");
            }
            return JsonCodec.read(bytes, type);
        } catch (MalformedBodyException | IOException e) {
            throw new BadRequestResponse("not the JSON expected here");
        }
    }

    private void answer(Context context, Object body) {
        context.header("As-Of", json.now()).contentType("application/json").result(JsonCodec.write(body));
    }

    private static void file(Context context, String name, String type) throws IOException {
        try (InputStream in = ConsoleServer.class.getResourceAsStream("/io/changbai/fleet/console/" + name)) {
            context.contentType(type).result(in.readAllBytes());
        }
    }

    private record Shown(String token) {
        @Override
        public String toString() {
            return "Shown[redacted]";
        }
    }

    private record Wanted(String terminalId, String site) {}
}
