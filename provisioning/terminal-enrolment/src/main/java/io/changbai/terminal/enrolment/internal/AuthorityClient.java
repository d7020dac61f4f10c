package io.changbai.terminal.enrolment.internal;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import io.changbai.platform.messages.enrolment.EnrolmentRefusal;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Asks the enrolment authority over HTTPS. Every wait is bounded and every answer too. */
final class AuthorityClient {

    private static final int WAIT_MILLIS = 10_000;
    private static final long WHOLE_ANSWER_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Settings settings;
    private volatile Optional<HttpsURLConnection> underWay = Optional.empty();

    AuthorityClient(Settings settings) {
        this.settings = settings;
    }

    /** Cuts the connection, so that a waiting {@link #enrol} ends now. */
    void abort() {
        underWay.ifPresent(HttpsURLConnection::disconnect);
    }

    EnrolmentAnswer enrol(String csr) throws EnrolmentException {
        try {
            HttpsURLConnection connection = open();
            underWay = Optional.of(connection);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(JsonCodec.write(new EnrolmentRequest(settings.code(), csr)));
            }
            return understand(connection);
        } catch (IOException e) {
            if (isDistrust(e)) {
                throw EnrolmentException.wrongAuthority("The server at " + settings.url()
                        + " does not prove to be the pinned authority under that name.");
            }
            throw EnrolmentException.unreachable(
                    "The enrolment authority at " + settings.url() + " does not answer; trying again.", e);
        } finally {
            underWay.ifPresent(HttpsURLConnection::disconnect);
            underWay = Optional.empty();
        }
    }

    /** A handshake that merely broke off says nothing of who was there. */
    private static boolean isDistrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private HttpsURLConnection open() throws EnrolmentException, IOException {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new PinnedTrust(settings.authority())}, null);
            URI uri = URI.create(settings.url().replaceAll("/+$", "") + "/enrol");
            if (!(uri.toURL().openConnection() instanceof HttpsURLConnection connection)) {
                throw EnrolmentException.refused("The enrolment url must begin with https://.");
            }
            connection.setSSLSocketFactory(tls.getSocketFactory());
            connection.setConnectTimeout(WAIT_MILLIS);
            connection.setReadTimeout(WAIT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            return connection;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw EnrolmentException.refused("The enrolment url is no address.");
        }
    }

    private EnrolmentAnswer understand(HttpsURLConnection connection) throws EnrolmentException, IOException {
        int status = connection.getResponseCode();
        if (status == 200) {
            return answer(bounded(connection.getInputStream()));
        }
        if (status >= 500 || status == 429) {
            throw EnrolmentException.unreachable("The enrolment authority answers " + status + "; trying again.", null);
        }
        throw EnrolmentException.refused(refusal(status, connection.getErrorStream()));
    }

    private static EnrolmentAnswer answer(byte[] body) throws EnrolmentException {
        try {
            return JsonCodec.read(body, EnrolmentAnswer.class);
        } catch (MalformedBodyException e) {
            throw EnrolmentException.refused("The authority's answer cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String refusal(int status, InputStream body) throws IOException {
        try {
            EnrolmentRefusal refusal = JsonCodec.read(bounded(body), EnrolmentRefusal.class);
            String reason = String.valueOf(refusal.reason()).replaceAll("[^A-Z_]", "");
            return switch (reason) {
                case "CODE_UNKNOWN" -> "The authority does not know this code: ask for a new one.";
                case "CODE_EXPIRED" -> "This code has expired: ask for a new one.";
                case "CODE_USED" -> "This code was used by another terminal: ask for a new one and report it.";
                default -> "The authority refused the request (" + status + " " + reason + ").";
            };
        } catch (MalformedBodyException e) {
            return "The authority refused the request (" + status + ").";
        }
    }

    /** Longer than allowed or slower than allowed is as good as no answer. */
    private static byte[] bounded(InputStream body) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        if (body == null) {
            return new byte[0];
        }
        long end = System.nanoTime() + WHOLE_ANSWER_NANOS;
        byte[] part = new byte[4096];
        for (int count = body.read(part); count >= 0; count = body.read(part)) {
            read.write(part, 0, count);
            if (read.size() > LONGEST_ANSWER || System.nanoTime() > end) {
                throw new IOException("answer too long or too slow");
            }
        }
        return read.toByteArray();
    }
}
