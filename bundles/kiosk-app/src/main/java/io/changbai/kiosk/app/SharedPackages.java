package io.changbai.kiosk.app;

/**
 * Packages the launcher's class path shares with the bundles. Logging lies here and not in bundles because that saved
 * 1.5 s of CPU and 25 MB at start; ConfigurationAdmin because the launcher hands it the checked configuration.
 */
final class SharedPackages {

    /** slf4j twice: bundles built against 1.7 find the version they ask for. */
    static final String EXPORTS =
            String.join(",", slf4j("2.0.17"), slf4j("1.7.36"), "org.osgi.service.cm;version=1.6.1");

    private SharedPackages() {}

    private static String slf4j(String version) {
        return "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=" + version;
    }
}
