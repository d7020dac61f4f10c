package io.changbai.ui.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The room's servlets in the terminal's own web server, on a free port, and raw requests to it: a test may send what no client would. */
final class GatewayServer implements AutoCloseable {

    final FakeJourney journey = new FakeJourney();
    final KioskSession session = new KioskSession();
    private final EventsServlet events;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    GatewayServer(Map<String, URL> files) throws Exception {
        this.events = new EventsServlet(session, journey, Duration.ofMillis(100));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new PageServlet(files)), "/*");
        context.addServlet(new ServletHolder(new SessionServlet(session)), "/session");
        context.addServlet(new ServletHolder(new IntentServlet(session, journey)), "/intent");
        ServletHolder stream = new ServletHolder(events);
        stream.setAsyncSupported(true);
        context.addServlet(stream, "/events");
        server.setHandler(context);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    /** The headers our own page sends with a POST. */
    String ours() {
        return "Host: " + host() + "\r\nOrigin: http://" + host()
                + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n";
    }

    /** Opens the session as the page does and gives the cookie header. */
    String cookie() throws IOException {
        String answer = post("/session", ours(), "{\"token\":\"" + session.token() + "\"}");
        String cookie = answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .findFirst()
                .orElseThrow();
        return "Cookie: " + cookie.substring("Set-Cookie: ".length()).split(";", 2)[0] + "\r\n";
    }

    String post(String path, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange("POST " + path + " HTTP/1.1\r\n" + headers + "Content-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    String get(String path, String headers) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    String exchange(String request) throws IOException {
        try (Socket socket = connect(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A request whose answer the caller reads as it likes. */
    Socket connect(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    Socket stream(String cookie) throws IOException {
        return connect("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n" + cookie + "\r\n");
    }

    /** Reads until {@code wanted} has come; the socket's time-out is the deadline. */
    static String readUntil(Socket socket, String wanted) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder seen = new StringBuilder();
        byte[] chunk = new byte[8192];
        while (seen.indexOf(wanted) < 0) {
            int count = in.read(chunk);
            if (count < 0) {
                throw new IOException("ended after: " + seen);
            }
            seen.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
        }
        return seen.toString();
    }

    @Override
    public void close() throws Exception {
        events.deactivate();
        server.stop();
    }
}
