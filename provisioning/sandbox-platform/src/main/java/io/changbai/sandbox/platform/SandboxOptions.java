package io.changbai.sandbox.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line.
 *
 * @param broker {@code ssl://host:port}
 * @param publicUrl address in documents' codes, without a slash at the end; null for the sandbox's own
 */
record SandboxOptions(Path data, int httpPort, URI broker, Path keys, long seed, Path residentsFile, String publicUrl) {

    static final String USAGE = "usage: serve --data DIR --http-port N --broker ssl://HOST:PORT --keys DIR --seed S"
            + " --residents-file FILE [--public-url URL]";

    private static final Set<String> NEEDED =
            Set.of("--data", "--http-port", "--broker", "--keys", "--seed", "--residents-file");
    private static final String PUBLIC_URL = "--public-url";

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static SandboxOptions parse(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("serve")) {
            throw new IllegalArgumentException("the only command is serve");
        }
        Map<String, String> values = values(arguments);
        for (String needed : NEEDED) {
            if (!values.containsKey(needed)) {
                throw new IllegalArgumentException("option " + needed + " is missing");
            }
        }
        return new SandboxOptions(
                Path.of(values.get("--data")),
                (int) number(values, "--http-port", 0, 65_535),
                broker(values.get("--broker")),
                Path.of(values.get("--keys")),
                number(values, "--seed", Long.MIN_VALUE, Long.MAX_VALUE),
                Path.of(values.get("--residents-file")),
                publicUrl(values.get(PUBLIC_URL)));
    }

    private static Map<String, String> values(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String option = arguments[i];
            if (!NEEDED.contains(option) && !option.equals(PUBLIC_URL)) {
                throw new IllegalArgumentException("unknown option " + option);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("option " + option + " needs a value");
            }
            values.put(option, arguments[i + 1]);
        }
        return values;
    }

    private static long number(Map<String, String> values, String option, long least, long most) {
        try {
            long number = Long.parseLong(values.get(option));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("option " + option + " needs a number");
    }

    private static URI broker(String text) {
        URI uri = URI.create(text);
        if (!"ssl".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 0) {
            throw new IllegalArgumentException("option --broker needs ssl://HOST:PORT");
        }
        return uri;
    }

    private static String publicUrl(String text) {
        if (text == null) {
            return null;
        }
        URI uri = URI.create(text);
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("option --public-url needs http://… or https://…");
        }
        return text.replaceAll("/+$", "");
    }
}
