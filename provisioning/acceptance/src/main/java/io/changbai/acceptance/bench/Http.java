package io.changbai.acceptance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One cheap look at a web server, without a client's own start-up in the measured time. */
final class Http {

    private Http() {}

    /** Status of a GET, or 0 when nobody answers. */
    static int status(String url) {
        try {
            HttpURLConnection connection = open(url);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Cookie the kiosk gives for its token, or null. */
    static String session(String base, String token) {
        try {
            HttpURLConnection connection = open(base + "/session");
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Origin", base);
            connection.getOutputStream().write(("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8));
            String cookie = connection.getHeaderField("Set-Cookie");
            connection.disconnect();
            return cookie == null ? null : cookie.split(";")[0];
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the event stream has delivered a view. */
    static boolean firstView(String base, String cookie) {
        try {
            HttpURLConnection connection = open(base + "/events");
            connection.setRequestProperty("Cookie", cookie);
            connection.setRequestProperty("Accept", "text/event-stream");
            try (InputStream in = connection.getInputStream()) {
                byte[] buffer = new byte[4096];
                StringBuilder seen = new StringBuilder();
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    if (seen.indexOf("\"screen\"") >= 0) {
                        return true;
                    }
                }
                return false;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(200);
        connection.setReadTimeout(1000);
        return connection;
    }
}
