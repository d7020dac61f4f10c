package io.changbai.device.check;

import io.changbai.device.api.Device;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Waits for services. */
final class Services {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Services() {}

    /** @param id only the device of this id; null for any service of the type */
    static <T> T await(BundleContext context, Class<T> type, String id, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        T found = find(context, type, id);
        while (found == null && System.nanoTime() < end && !Components.hasFailed(context)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = find(context, type, id);
        }
        if (found == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + (id == null ? "" : " '" + id + "'")
                    + " came within " + patience.toSeconds() + " s: " + Components.complaints(context));
        }
        return found;
    }

    private static <T> T find(BundleContext context, Class<T> type, String id) {
        for (ServiceReference<T> reference : references(context, type)) {
            T service = context.getService(reference);
            boolean meant = service != null && (id == null || (service instanceof Device d && d.id().equals(id)));
            if (meant) {
                return service;
            }
        }
        return null;
    }

    private static <T> Collection<ServiceReference<T>> references(BundleContext context, Class<T> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
