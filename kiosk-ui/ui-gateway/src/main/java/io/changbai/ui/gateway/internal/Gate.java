package io.changbai.ui.gateway.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets in only requests that the page of this terminal can have sent. Every servlet of the room asks here first, so that
 * no moment of start-up has a servlet without its guard.
 *
 * <p>The {@code Host} check stops DNS rebinding: a name that somebody points at 127.0.0.1 is still not our name.
 */
final class Gate {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Gate() {}

    /** Files of the page: no session needed, they hold nothing of anybody. */
    static boolean admitsPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        putHeaders(response);
        return isOurs(request, response);
    }

    /** The way to a session: no cookie yet. */
    static boolean admitsStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        putHeaders(response);
        response.setHeader("Cache-Control", "no-store");
        return isOurs(request, response) && isFromOurPage(request, response);
    }

    /** Everything that shows or changes a visit. */
    static boolean admitsSession(KioskSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return admitsStranger(request, response) && (session.isHeldBy(request) || refuse(response, 401, "no session"));
    }

    /** Answers with a status and a reason, and gives false so that guards read as one line. */
    static boolean refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"reason\":\"" + reason + "\"}").getBytes("UTF-8"));
        return false;
    }

    private static boolean isOurs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            return refuse(response, 405, "method");
        }
        return isOurHost(request) || refuse(response, 403, "host");
    }

    private static boolean isOurHost(HttpServletRequest request) {
        String host = request.getHeader("Host");
        int port = request.getLocalPort();
        return ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
    }

    /** A page on another port of this machine is "same site" for cookies; only origin and fetch metadata tell it apart. */
    private static boolean isFromOurPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        if (origin == null && "POST".equals(request.getMethod())) {
            return refuse(response, 403, "origin");
        }
        if (origin != null && !origin.equals("http://" + request.getHeader("Host"))) {
            return refuse(response, 403, "origin");
        }
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null || from.equals("same-origin") || refuse(response, 403, "site");
    }

    private static void putHeaders(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), clipboard-read=()");
    }
}
