package io.changbai.device.check;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** How the components of the drivers fare. */
final class Components {

    private static final String FAILED = " failed: ";

    private Components() {}

    /** Why components that have a configuration give no service, in words for a person. */
    static String complaints(BundleContext context) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return "the component runtime does not run";
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        List<String> complaints = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO each : runtime.getComponentConfigurationDTOs(description)) {
                complaint(description, each, complaints);
            }
        }
        return complaints.isEmpty() ? "no driver for it has a configuration" : String.join("; ", complaints);
    }

    /** Whether a component could not be made: waiting longer brings nothing. */
    static boolean hasFailed(BundleContext context) {
        return complaints(context).contains(FAILED);
    }

    private static void complaint(
            ComponentDescriptionDTO description, ComponentConfigurationDTO configuration, List<String> complaints) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            complaints.add(description.name + FAILED + reason(configuration.failure));
        } else if (configuration.unsatisfiedReferences.length > 0) {
            complaints.add(description.name + " lacks a service of type " + description.references[0].interfaceName);
        }
    }

    /** The innermost line of a stack trace that says something: drivers complain in sentences. */
    private static String reason(String stackTrace) {
        return stackTrace == null
                ? "no reason given"
                : stackTrace
                        .lines()
                        .filter(line -> line.startsWith("Caused by: "))
                        .reduce((outer, inner) -> inner)
                        .map(line -> line.substring("Caused by: ".length()))
                        .orElseGet(() -> stackTrace.lines().findFirst().orElse(""));
    }
}
