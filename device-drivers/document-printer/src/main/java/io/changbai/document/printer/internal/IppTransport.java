package io.changbai.document.printer.internal;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One IPP request and its answer at a time, over HTTP. The client is made with the first request. */
final class IppTransport {

    private static final int HTTP_OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final URI http;
    private final PrinterTrust trust;
    private HttpClient client;

    /** @param printer {@code ipp://…} or {@code ipps://…}; the port is 631 when it names none */
    IppTransport(URI printer, PrinterTrust trust) {
        this.http = http(printer);
        this.trust = trust;
    }

    /**
     * @param document follows the request; empty for requests without one
     * @throws java.net.ConnectException nobody listens: the request has certainly not arrived
     * @throws InterruptedIOException no whole answer within {@code patience}; the request may have arrived
     * @throws IOException anything else that is not a well-formed answer; the request may have arrived
     */
    IppPacket ask(IppPacket request, byte[] document, Duration patience) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(http)
                .header("Content-Type", "application/ipp")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(bytes(request)), BodyPublishers.ofByteArray(document)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(post, response -> new BoundedBody(BoundedBody.IPP_ANSWER));
        return packet(await(answer, patience));
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, Duration patience)
            throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw (IOException) new InterruptedIOException("no answer within " + patience).initCause(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        }
    }

    private static IppPacket packet(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != HTTP_OK) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        return packet(response.body());
    }

    /** @throws IOException not a well-formed answer */
    static IppPacket packet(byte[] answer) throws IOException {
        try (IppInputStream in = new IppInputStream(new BufferedInputStream(new ByteArrayInputStream(answer)))) {
            return in.readPacket();
        } catch (RuntimeException malformed) { // jipp's decoder trusts lengths and tags
            throw new IOException("malformed IPP answer", malformed);
        }
    }

    private static byte[] bytes(IppPacket request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(request);
        }
        return bytes.toByteArray();
    }

    private HttpClient client() throws IOException {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1) // printers choke on the offer to speak HTTP/2
                    .connectTimeout(CONNECT);
            if (http.getScheme().equals("https")) {
                builder.sslContext(trust.context());
            }
            client = builder.build();
        }
        return client;
    }

    private static URI http(URI printer) {
        String scheme = printer.getScheme();
        boolean ipp = "ipp".equals(scheme) || "ipps".equals(scheme);
        if (!ipp || printer.getHost() == null) {
            throw new IllegalArgumentException(
                    "printer.uri " + printer + " must be ipp://host[:port]/path or ipps://…");
        }
        int port = printer.getPort() < 0 ? 631 : printer.getPort();
        String path = printer.getRawPath().isEmpty() ? "/" : printer.getRawPath();
        return URI.create(("ipps".equals(scheme) ? "https://" : "http://") + printer.getHost() + ":" + port + path);
    }
}
