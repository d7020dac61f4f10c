package io.changbai.device.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** A started framework with the bundles of this jar, its folder, and the service that configures them. */
record HostFramework(Framework framework, Path cache, ConfigurationAdmin configurations) {

    private static final String LIST = "/bundles/list";
    private static final long TO_STOP = 15_000;

    static HostFramework start(List<Path> further) {
        Path cache = temporaryFolder();
        Framework framework = new FrameworkFactory().newFramework(properties(cache));
        try {
            framework.init();
            List<Bundle> bundles = install(framework.getBundleContext());
            for (Path each : further) {
                bundles.add(install(framework.getBundleContext(), each));
            }
            framework.start();
            startAll(bundles);
            return new HostFramework(framework, cache, configurationAdmin(framework.getBundleContext()));
        } catch (BundleException e) {
            stop(framework, cache);
            throw new IllegalStateException("the drivers do not start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            stop(framework, cache);
            throw e;
        }
    }

    private static Map<String, String> properties(Path cache) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                cache.resolve("osgi").toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SharedPackages.exports(),
                // rooms keep their files below it
                "changbai.data",
                cache.toString(),
                "felix.cm.dir",
                cache.resolve("configuration").toString(),
                "felix.cm.loglevel",
                "2",
                "ds.loglevel",
                "WARN");
    }

    private static List<Bundle> install(BundleContext context) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (String name : list()) {
            try (InputStream jar = HostFramework.class.getResourceAsStream("/bundles/" + name)) {
                bundles.add(context.installBundle("device-check:" + name, jar));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bundles;
    }

    private static Bundle install(BundleContext context, Path file) {
        try (InputStream jar = Files.newInputStream(file)) {
            Bundle bundle = context.installBundle(file.toUri().toString(), jar);
            if (bundle.getSymbolicName() == null) {
                throw new IllegalArgumentException(file + " is no bundle: its manifest has no Bundle-SymbolicName");
            }
            return bundle;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e, e);
        } catch (BundleException e) {
            throw DeviceHost.unusable(file, e);
        }
    }

    private static List<String> list() {
        try (InputStream list = HostFramework.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the drivers are not on the class path; build device-check with Maven");
            }
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(name -> !name.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Libraries that are no bundles lie inside the bundles that need them; here they are only left over. */
    private static void startAll(List<Bundle> bundles) throws BundleException {
        for (Bundle bundle : bundles) {
            boolean startable =
                    bundle.getSymbolicName() != null && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null;
            if (startable) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private static ConfigurationAdmin configurationAdmin(BundleContext context) {
        return context.getService(context.getServiceReference(ConfigurationAdmin.class));
    }

    static void stop(Framework framework, Path cache) {
        try {
            framework.stop();
            framework.waitForStop(TO_STOP);
        } catch (BundleException e) {
            throw new IllegalStateException("the drivers do not end: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(cache);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("device-host-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the framework", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the framework's folder stays behind: " + folder, e);
        }
    }
}
