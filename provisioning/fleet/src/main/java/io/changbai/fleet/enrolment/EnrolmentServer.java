package io.changbai.fleet.enrolment;

import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.store.DatabaseAwayException;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.enrolment.EnrolmentRefusal;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** {@code POST /enrol} over TLS; nothing else. */
public final class EnrolmentServer implements AutoCloseable {

    private static final int LONGEST_BODY = 16 * 1024;

    private static final String AWAY = "The authority's database is away. Try again in a minute; the code stays good.";

    private final EnrolmentDesk desk;
    private final RateLimit limit;
    private final Javalin server;

    /** @param perMinute tries one address has in a minute; more are answered 429 */
    public EnrolmentServer(EnrolmentDesk desk, Credentials own, String host, int port, int perMinute, Clock clock)
            throws IOException {
        this.desk = desk;
        this.limit = new RateLimit(perMinute, clock);
        SSLContext tls = own.sslContext();
        this.server =
                Javalin.create(config -> configure(config, tls, host, port)).start();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config, SSLContext tls, String host, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(16, 2);
        config.jetty.addConnector((jetty, http) -> connector(jetty, http, tls, host, port));
        config.routes.post("/enrol", this::enrol);
        config.routes.exception(
                DatabaseAwayException.class,
                (away, context) -> refuse(context, new EnrolmentDesk.Refused(503, "MALFORMED", AWAY)));
    }

    private void enrol(Context context) throws IOException {
        context.header("Cache-Control", "no-store").contentType("application/json");
        if (!limit.allows(context.ip())) {
            refuse(context, new EnrolmentDesk.Refused(429, "MALFORMED", "Too many tries. Wait a minute."));
            return;
        }
        read(context)
                .on(answer -> context.status(200).result(JsonCodec.write(answer)), refused -> refuse(context, refused));
    }

    private EnrolmentDesk.Result read(Context context) throws IOException {
        try (InputStream in = context.bodyInputStream()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            return body.length > LONGEST_BODY
                    ? EnrolmentDesk.malformed()
                    : desk.enrol(JsonCodec.read(body, EnrolmentRequest.class));
        } catch (MalformedBodyException e) {
            return EnrolmentDesk.malformed();
        }
    }

    private static Context refuse(Context context, EnrolmentDesk.Refused refused) {
        return context.status(refused.status())
                .result(JsonCodec.write(new EnrolmentRefusal(refused.reason(), refused.text())));
    }

    private static Connector connector(Server jetty, HttpConfiguration http, SSLContext tls, String host, int port) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        // Terminals may call by address; the certificate names every host and address they are told.
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(
                jetty,
                new SslConnectionFactory(factory, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }
}
