package io.changbai.ui.gateway.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The one session of this start of the application. The kiosk shell gets the token in its URL and exchanges it for the
 * cookie; both die with the process, so that a browser of yesterday sees nothing of today.
 */
@Component(service = KioskSession.class)
public final class KioskSession {

    private static final int SECRET_BYTES = 32;

    private final String token;
    private final String secret;

    @Activate
    public KioskSession() {
        SecureRandom random = new SecureRandom();
        this.token = secret(random);
        this.secret = secret(random);
    }

    /** What stands behind {@code #} in the kiosk's URL. */
    String token() {
        return token;
    }

    boolean opensWith(String offered) {
        return equal(token, offered);
    }

    /** Named by port: cookies know no ports, and two terminals may run on one bench. */
    Cookie cookie(HttpServletRequest request) {
        Cookie cookie = new Cookie(cookieName(request), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    boolean isHeldBy(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(cookie ->
                                cookie.getName().equals(cookieName(request)) && equal(secret, cookie.getValue()));
    }

    private static String cookieName(HttpServletRequest request) {
        return "changbai-" + request.getLocalPort();
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes the same time wherever the first difference lies. */
    private static boolean equal(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }
}
