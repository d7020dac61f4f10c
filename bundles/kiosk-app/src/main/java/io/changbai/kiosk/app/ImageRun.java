package io.changbai.kiosk.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * One running image. Configuration is in place before the first room starts, so no room is ever started with defaults
 * and then again with its settings.
 */
public final class ImageRun {

    static final String HTTP = "changbai.http";
    private static final String LOOPBACK = "127.0.0.1";

    /** Keys the launcher reads itself: the web server of the image takes its address from the framework. */
    static final Map<String, Map<String, Attribute>> OWN_KEYS = Map.of(
            HTTP,
            Map.of(
                    "host", new Attribute("host", "String", false, List.of(LOOPBACK, "::1"), null, null),
                    "port", new Attribute("port", "Integer", false, List.of(), "0", "65535")));

    private static final String CONFIG_ADMIN = "org.apache.felix.configadmin";

    /** First, in this order: what serves the first screen. The rest follows while somebody already sees it. */
    private static final List<String> FIRST =
            List.of("org.apache.felix.metatype", "org.apache.felix.scr", "org.apache.felix.http.jetty12");

    private final Framework framework;

    private ImageRun(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts every bundle of an image.
     *
     * @param data the framework's cache goes below it; rooms find it as property {@code changbai.data}
     * @param bundles files of the image
     * @param configuration typed values by pid and key
     * @throws NotStartedException a bundle does not resolve or start; the message names it
     */
    public static ImageRun start(Path data, List<Path> bundles, Map<String, Map<String, Object>> configuration)
            throws NotStartedException, IOException {
        Files.createDirectories(data);
        requireFreePort(configuration.getOrDefault(HTTP, Map.of()));
        Framework framework = new FrameworkFactory().newFramework(properties(data, configuration));
        try {
            framework.init();
            List<Bundle> installed = install(framework.getBundleContext(), bundles);
            framework.start();
            configure(installed, framework.getBundleContext(), configuration);
            startAll(installed);
            return new ImageRun(framework);
        } catch (BundleException e) {
            stop(framework);
            throw new NotStartedException("the image does not start: " + e.getMessage(), e);
        }
    }

    /** The running framework, for tests that look inside. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    public void awaitStop() {
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops every room and waits until all have ended, at most 15 s. */
    public void stop() {
        stop(framework);
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(15_000);
        } catch (BundleException e) {
            System.err.println("launcher: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The web server only logs a port in use, and the terminal would stand there without a screen. */
    private static void requireFreePort(Map<String, Object> http) throws NotStartedException {
        String host = String.valueOf(http.getOrDefault("host", LOOPBACK));
        int port = (Integer) http.getOrDefault("port", 0);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new NotStartedException(
                    "port " + port + " on " + host + " is in use by another program; end it, or set " + HTTP + ".port",
                    e);
        }
    }

    private static Map<String, String> properties(Path data, Map<String, Map<String, Object>> configuration) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, data.resolve("osgi").toString());
        // A fresh cache costs about 20 ms and can never be stale.
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SharedPackages.EXPORTS);
        properties.put("changbai.data", data.toString());
        properties.put("felix.cm.dir", data.resolve("osgi/configuration").toString());
        properties.put("felix.cm.loglevel", "2");
        properties.put("ds.loglevel", "WARN");
        Map<String, Object> http = configuration.getOrDefault(HTTP, Map.of());
        properties.put("org.apache.felix.http.host", String.valueOf(http.getOrDefault("host", LOOPBACK)));
        properties.put("org.osgi.service.http.port", String.valueOf(http.getOrDefault("port", 0)));
        // One browser, one resident: a handful of threads is plenty, and each costs memory.
        properties.put("org.apache.felix.http.jetty.threadpool.max", "12");
        properties.put("org.apache.felix.http.session.timeout", "0");
        return properties;
    }

    private static List<Bundle> install(BundleContext context, List<Path> files) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path file : files) {
            bundles.add(context.installBundle("reference:" + file.toUri()));
        }
        return bundles;
    }

    private static void configure(
            List<Bundle> bundles, BundleContext context, Map<String, Map<String, Object>> configuration)
            throws BundleException, NotStartedException, IOException {
        Bundle configAdmin = byName(bundles, CONFIG_ADMIN);
        if (configAdmin == null) {
            throw new NotStartedException("the image holds no " + CONFIG_ADMIN, null);
        }
        configAdmin.start();
        ConfigurationAdmin admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        for (Map.Entry<String, Map<String, Object>> entry : configuration.entrySet()) {
            if (!OWN_KEYS.containsKey(entry.getKey())) {
                admin.getConfiguration(entry.getKey(), "?").update(new Hashtable<>(entry.getValue()));
            }
        }
    }

    private static void startAll(List<Bundle> bundles) throws BundleException {
        for (String name : FIRST) {
            start(byName(bundles, name));
        }
        for (Bundle bundle : bundles) {
            start(bundle);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        boolean fragment = bundle != null && bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        if (bundle != null && !fragment) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    private static Bundle byName(List<Bundle> bundles, String symbolicName) {
        return bundles.stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElse(null);
    }

    /** The image cannot run. */
    public static final class NotStartedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotStartedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
