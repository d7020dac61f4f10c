package io.changbai.ui.gateway.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /session {"token": …}}: the token of this boot becomes the session cookie, 204; any other token 401. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/session")
public final class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient KioskSession session;

    @Activate
    public SessionServlet(@Reference KioskSession session) {
        this.session = session;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Gate.admitsStranger(request, response)) {
            return;
        }
        if (!"POST".equals(request.getMethod())) {
            Gate.refuse(response, 405, "method");
            return;
        }
        try {
            exchange(request, response);
        } catch (Body.RefusedException e) {
            Gate.refuse(response, e.status, e.getMessage());
        }
    }

    private void exchange(HttpServletRequest request, HttpServletResponse response)
            throws IOException, Body.RefusedException {
        String offered = Body.read(request).path("token").asText("");
        if (!session.opensWith(offered)) {
            Gate.refuse(response, 401, "token");
            return;
        }
        response.addCookie(session.cookie(request));
        response.setStatus(204);
    }
}
