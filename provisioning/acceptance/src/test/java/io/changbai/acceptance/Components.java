package io.changbai.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Looks through ServiceComponentRuntime of a running framework. By reflection: the runtime's classes come from the SCR
 * bundle inside, not from this class path.
 */
final class Components {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    /** ComponentConfigurationDTO.SATISFIED; ACTIVE is above it, everything unsatisfied or failed is not. */
    private static final int SATISFIED = 4;

    private static final int ACTIVE = 8;

    private final Object runtime;

    Components(BundleContext context) throws InvalidSyntaxException {
        // "All", also those whose class differs from the one on this class path
        this.runtime = context.getService(context.getAllServiceReferences(RUNTIME, null)[0]);
    }

    List<String> names() throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (Object description : descriptions()) {
            names.add((String) field(description, "name"));
        }
        return names;
    }

    /** Waits until every component of ours is satisfied; gives those that are not, in words. */
    List<String> awaitSettled(Duration patience) throws ReflectiveOperationException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> missing = missing();
        while (!missing.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            missing = missing();
        }
        return missing;
    }

    private List<String> missing() throws ReflectiveOperationException {
        List<String> missing = new ArrayList<>();
        for (Object description : descriptions()) {
            String name = (String) field(description, "name");
            Collection<?> configurations = (Collection<?>) runtime.getClass()
                    .getMethod("getComponentConfigurationDTOs", description.getClass())
                    .invoke(runtime, description);
            if (name.startsWith("io.changbai.") && configurations.isEmpty()) {
                missing.add(name + " has no configuration");
            }
            for (Object configuration : configurations) {
                int state = (Integer) field(configuration, "state");
                if (name.startsWith("io.changbai.") && state != SATISFIED && state != ACTIVE) {
                    missing.add(name + " is in state " + state + " " + field(configuration, "failure"));
                }
            }
        }
        return missing;
    }

    private Collection<?> descriptions() throws ReflectiveOperationException {
        return (Collection<?>) runtime.getClass()
                .getMethod("getComponentDescriptionDTOs", Class.forName("[Lorg.osgi.framework.Bundle;"))
                .invoke(runtime, (Object) new org.osgi.framework.Bundle[0]);
    }

    private static Object field(Object dto, String name) throws ReflectiveOperationException {
        return dto.getClass().getField(name).get(dto);
    }
}
