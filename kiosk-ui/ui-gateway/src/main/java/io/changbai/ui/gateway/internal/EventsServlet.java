package io.changbai.ui.gateway.internal;

import io.changbai.journey.Journey;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /events}: the view of the moment, then each later one, as Server-Sent Events. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/events")
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final transient KioskSession session;
    private final transient EventStreams streams;
    private final transient Journey.Subscription subscription;

    @Activate
    public EventsServlet(@Reference KioskSession session, @Reference Journey journey) {
        this(session, journey, HEARTBEAT);
    }

    EventsServlet(KioskSession session, Journey journey, Duration heartbeat) {
        this.session = session;
        this.streams = new EventStreams(Clock.systemUTC(), heartbeat);
        this.subscription = journey.onView(streams::show);
    }

    @Deactivate
    void deactivate() {
        subscription.close();
        streams.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Gate.admitsSession(session, request, response)) {
            return;
        }
        if (!"GET".equals(request.getMethod())) {
            Gate.refuse(response, 405, "method");
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        streams.open(context);
    }
}
