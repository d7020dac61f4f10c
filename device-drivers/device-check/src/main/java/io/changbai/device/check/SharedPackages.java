package io.changbai.device.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Packages the program and its bundles have in common, so that a driver's services have the program's types. */
final class SharedPackages {

    /** Device doors; configuration; how components fare, and what that API stands on. */
    private static final List<String> BUNDLES = List.of(
            "io.changbai.device-api",
            "org.osgi.service.cm",
            "org.osgi.service.component",
            "org.osgi.util.promise",
            "org.osgi.util.function");

    private SharedPackages() {}

    /** What the bundles on the class path export, in the versions they have there, and logging. */
    static String exports() {
        List<Attributes> manifests = manifests();
        List<String> exports = new ArrayList<>();
        BUNDLES.forEach(bundle -> exports.add(of(bundle, manifests)));
        // twice: bundles built against 1.7 find the version they ask for
        exports.add(slf4j("2.0.17"));
        exports.add(slf4j("1.7.36"));
        return String.join(",", exports);
    }

    private static String slf4j(String version) {
        return "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=" + version;
    }

    private static String of(String bundle, List<Attributes> manifests) {
        for (Attributes manifest : manifests) {
            if (bundle.equals(manifest.getValue("Bundle-SymbolicName"))) {
                return manifest.getValue("Export-Package");
            }
        }
        throw new IllegalStateException(bundle + " is not on the class path as a bundle");
    }

    /** Of the whole class path: device-api may be a jar or, in a build, a folder of classes. */
    private static List<Attributes> manifests() {
        try {
            List<Attributes> manifests = new ArrayList<>();
            for (URL each :
                    Collections.list(SharedPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                manifests.add(read(each));
            }
            return manifests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attributes read(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
