package io.changbai.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts one image: reads its configuration, refuses it whole when a word of it is wrong, and runs the framework until
 * it is told to stop.
 *
 * <pre>java -jar launcher.jar --data DIR [--site FILE]...</pre>
 *
 * Exit status: 0 stopped when asked; 2 wrong options; 78 wrong configuration (EX_CONFIG of sysexits.h); 70 the framework
 * or a bundle did not start.
 */
public final class Launcher {

    static final int USAGE = 2;
    static final int SOFTWARE = 70;
    static final int CONFIG = 78;

    private Launcher() {}

    public static void main(String[] args) {
        int status = run(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] args) {
        try {
            Options options = Options.parse(args);
            Path home = home();
            List<Path> bundles = bundles(home);
            Map<String, Map<String, Object>> configuration = configuration(home, options, bundles);
            ImageRun image = ImageRun.start(options.data(), bundles, configuration);
            Runtime.getRuntime().addShutdownHook(new Thread(image::stop, "launcher-stop"));
            image.awaitStop();
            return 0;
        } catch (Options.WrongOptionException e) {
            System.err.println("launcher: " + e.getMessage());
            return USAGE;
        } catch (WrongConfigurationException e) {
            e.complaints().forEach(complaint -> System.err.println("configuration: " + complaint));
            return CONFIG;
        } catch (ImageRun.NotStartedException | IOException e) {
            System.err.println("launcher: " + e.getMessage());
            return SOFTWARE;
        }
    }

    private static Map<String, Map<String, Object>> configuration(Path home, Options options, List<Path> bundles)
            throws IOException, WrongConfigurationException {
        List<Path> files = new ArrayList<>();
        files.add(home.resolve("conf/default.properties"));
        files.addAll(options.sites());
        Metatypes metatypes = Metatypes.of(bundles).with(ImageRun.OWN_KEYS);
        return new LinkedHashMap<>(Configuration.read(files, metatypes));
    }

    /** The image's folder: where this jar lies. */
    private static Path home() throws IOException {
        try {
            return Path.of(Launcher.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (java.net.URISyntaxException e) {
            throw new IOException("cannot tell where the image lies: " + e.getMessage(), e);
        }
    }

    private static List<Path> bundles(Path home) throws IOException {
        try (var files = Files.list(home.resolve("bundles"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param data where the terminal keeps what it must not lose; created when absent
     * @param sites configuration files read after the default, in order; later ones win
     */
    record Options(Path data, List<Path> sites) {

        static Options parse(String[] args) throws WrongOptionException {
            Path data = null;
            List<Path> sites = new ArrayList<>();
            for (int i = 0; i < args.length; i += 2) {
                if (!args[i].equals("--data") && !args[i].equals("--site")) {
                    throw new WrongOptionException("unknown option " + args[i] + "; known: --data DIR, --site FILE");
                }
                if (i + 1 == args.length) {
                    throw new WrongOptionException(args[i] + " needs a value");
                }
                Path value = Path.of(args[i + 1]).toAbsolutePath();
                if (args[i].equals("--data")) {
                    data = value;
                } else {
                    sites.add(value);
                }
            }
            if (data == null) {
                throw new WrongOptionException("--data DIR is missing");
            }
            return new Options(data, List.copyOf(sites));
        }

        static final class WrongOptionException extends Exception {
            private static final long serialVersionUID = 1L;

            WrongOptionException(String message) {
                super(message);
            }
        }
    }
}
