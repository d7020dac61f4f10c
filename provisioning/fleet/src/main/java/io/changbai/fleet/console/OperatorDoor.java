package io.changbai.fleet.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets operators in: the token of a file only its owner can read, shown once for a cookie or with every API call. Pages of
 * other origins and names that only pretend to be this machine are refused.
 */
final class OperatorDoor {

    private static final String COOKIE = "fleet-session";
    private static final int MOST_SESSIONS = 1_000;

    private final String token;
    private final Set<String> hosts;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    OperatorDoor(Path tokenFile, Set<String> hosts) throws IOException {
        this.token = token(tokenFile);
        this.hosts = hosts;
    }

    /** Refuses what did not come to us by our name or was sent by another site's page. */
    void checkOrigin(Context context) {
        String host = context.header("Host");
        if (host == null || !hosts.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new ForbiddenResponse("unknown host");
        }
        String origin = context.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse("foreign origin");
        }
    }

    void checkOperator(Context context) {
        String cookie = context.cookie(COOKIE);
        String header = context.header("Authorization");
        boolean known = cookie != null && sessions.contains(cookie)
                || header != null && header.startsWith("Bearer ") && isToken(header.substring("Bearer ".length()));
        if (!known) {
            throw new UnauthorizedResponse("operator token needed");
        }
    }

    void openSession(Context context, String shown) {
        if (!isToken(shown)) {
            throw new UnauthorizedResponse("operator token needed");
        }
        if (sessions.size() >= MOST_SESSIONS) {
            sessions.clear();
        }
        String session = random();
        sessions.add(session);
        Cookie cookie = new Cookie(COOKIE, session, "/", -1, false, true, null, SameSite.STRICT);
        context.cookie(cookie).status(204);
    }

    private boolean isToken(String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, random(), StandardOpenOption.WRITE);
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
