package io.changbai.ui.gateway.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The files of the page. Needs nothing but the web server, so that the first screen stands before the rest of the
 * terminal is up. Serves exactly the files the bundle holds: a path is looked up, never resolved.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
public final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/screens";

    private final transient Map<String, URL> entries;
    private final transient Map<String, PageFile> files = new ConcurrentHashMap<>();

    @Activate
    public PageServlet(BundleContext context) {
        this(entries(context.getBundle().findEntries(FOLDER, "*", true)));
    }

    PageServlet(Map<String, URL> entries) {
        this.entries = entries;
    }

    private static Map<String, URL> entries(Enumeration<URL> found) {
        return found == null
                ? Map.of()
                : Collections.list(found).stream()
                        .filter(url -> !url.getPath().endsWith("/"))
                        .collect(Collectors.toUnmodifiableMap(
                                url -> url.getPath().substring(FOLDER.length()), url -> url));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Gate.admitsPage(request, response)) {
            return;
        }
        if ("POST".equals(request.getMethod())) {
            Gate.refuse(response, 405, "method");
            return;
        }
        String path = request.getPathInfo() == null || request.getPathInfo().equals("/")
                ? "/index.html"
                : request.getPathInfo();
        URL url = entries.get(path);
        if (url == null) {
            Gate.refuse(response, 404, "no such file");
            return;
        }
        send(files.computeIfAbsent(path, missing -> PageFile.load(path, url)), request, response);
    }

    private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", file.etag());
        response.setHeader("Cache-Control", file.isHashed() ? "public, max-age=31536000, immutable" : "no-cache");
        if (file.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.content().length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(file.content());
        }
    }
}
