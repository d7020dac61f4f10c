package io.changbai.device.check;

import io.changbai.device.api.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The drivers of this house, and a vendor's, in a program that is no terminal: they run as bundles in a framework inside
 * this process, and the program gets their services with the types of its own class path.
 *
 * <pre>{@code
 * try (DeviceHost host = DeviceHost.start(Map.of("changbai.qr-scanner", Map.of("channel", "tcp://127.0.0.1:18002")))) {
 *     QrScanner scanner = host.service(QrScanner.class, Duration.ofSeconds(10));
 * }
 * }</pre>
 */
public final class DeviceHost implements AutoCloseable {

    private final Framework framework;
    private final Path cache;
    private final ConfigurationAdmin configurations;

    private DeviceHost(Framework framework, Path cache, ConfigurationAdmin configurations) {
        this.framework = framework;
        this.cache = cache;
        this.configurations = configurations;
    }

    /** Starts the house's drivers; see {@link #start(Map, List)}. */
    public static DeviceHost start(Map<String, Map<String, Object>> configuration) {
        return start(configuration, List.of());
    }

    /**
     * Starts a framework with the house's drivers and further bundles.
     *
     * @param configuration values by pid; a driver without configuration has no service. Text is converted to an
     *     attribute's type.
     * @param further bundles of others, for example a vendor's driver
     * @throws IllegalArgumentException a further bundle is no bundle, or lacks something; the message says what
     */
    public static DeviceHost start(Map<String, Map<String, Object>> configuration, List<Path> further) {
        HostFramework started = HostFramework.start(further);
        DeviceHost host = new DeviceHost(started.framework(), started.cache(), started.configurations());
        configuration.forEach(host::configure);
        return host;
    }

    /** Gives a driver its configuration, or another one: it ends and starts anew. */
    public void configure(String pid, Map<String, Object> values) {
        try {
            configurations.getConfiguration(pid, "?").update(new Hashtable<>(values));
        } catch (IOException e) {
            throw new IllegalStateException("the configuration of " + pid + " cannot be kept", e);
        }
    }

    /** Takes a driver's configuration away; when this returns its service is ending. */
    public void remove(String pid) {
        try {
            Configuration configuration = configurations.getConfiguration(pid, "?");
            configuration.delete();
        } catch (IOException e) {
            throw new IllegalStateException("the configuration of " + pid + " cannot be removed", e);
        }
    }

    /**
     * The service of a type; devices come by their class of device, for example {@code QrScanner.class}.
     *
     * @throws IllegalStateException it did not come within {@code patience}; the message says why where that is known
     */
    public <T> T service(Class<T> type, Duration patience) {
        return Services.await(context(), type, null, patience);
    }

    /** The device with this id; for terminals with two devices of one class. */
    public <T extends Device> T device(Class<T> type, String id, Duration patience) {
        return Services.await(context(), type, id, patience);
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    /** Ends every driver, waits for it (at most 15 s) and removes what the framework kept. */
    @Override
    public void close() {
        HostFramework.stop(framework, cache);
    }

    /** What services say of themselves, for messages. */
    static String pid(ServiceReference<?> reference) {
        return String.valueOf(reference.getProperty(Constants.SERVICE_PID));
    }

    /** A bundle that cannot be used. */
    static IllegalArgumentException unusable(Path bundle, BundleException why) {
        return new IllegalArgumentException(bundle + " cannot be used as a bundle: " + why.getMessage(), why);
    }
}
