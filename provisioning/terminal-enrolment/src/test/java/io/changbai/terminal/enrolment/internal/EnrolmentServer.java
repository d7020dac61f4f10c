package io.changbai.terminal.enrolment.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import io.changbai.platform.messages.enrolment.EnrolmentRefusal;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import io.changbai.terminal.enrolment.TestAuthority;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** The far end of enrolment: binds a code to the first key that shows it, re-issues to that key, refuses another. */
final class EnrolmentServer implements AutoCloseable {

    record Response(int status, byte[] body) {}

    private final TestAuthority authority;
    private final HttpsServer server;
    private final Map<String, PublicKey> bound = new HashMap<>();
    final List<PublicKey> seen = new CopyOnWriteArrayList<>();
    volatile UnaryOperator<EnrolmentAnswer> twist = UnaryOperator.identity();
    volatile UnaryOperator<Response> spoil = UnaryOperator.identity();

    EnrolmentServer(TestAuthority authority, String provenAddress) throws IOException {
        this(authority, provenAddress, 0);
    }

    EnrolmentServer(TestAuthority authority, String provenAddress, int port) throws IOException {
        this.authority = authority;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.tls(authority.server(provenAddress))));
        server.createContext("/enrol", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "https://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = spoil.apply(respond(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private synchronized Response respond(byte[] body) throws IOException {
        try {
            EnrolmentRequest request = JsonCodec.read(body, EnrolmentRequest.class);
            PublicKey key = keyOf(request.csr());
            seen.add(key);
            if (!request.code().startsWith("GOOD")) {
                return refuse(401, "CODE_UNKNOWN");
            }
            if (!bound.computeIfAbsent(request.code(), code -> key).equals(key)) {
                return refuse(409, "CODE_USED");
            }
            String chain = TestAuthority.pem(authority.client("T-0001", key), authority.certificate());
            return new Response(
                    200,
                    JsonCodec.write(twist.apply(
                            new EnrolmentAnswer("T-0001", "changbai", "试点大厅", chain, "ssl://127.0.0.1:8883"))));
        } catch (MalformedBodyException e) {
            return refuse(400, "MALFORMED");
        }
    }

    private static Response refuse(int status, String reason) {
        return new Response(status, JsonCodec.write(new EnrolmentRefusal(reason, "no")));
    }

    private static PublicKey keyOf(String csr) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(csr))) {
            return new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject()).getPublicKey();
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
