package io.changbai.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * @param broker for example {@code ssl://127.0.0.1:18883}
 * @param database empty for the embedded one
 * @param hostNames what terminals call the enrolment server; a name beside loopback makes it listen on all interfaces
 * @param enrolmentsPerMinute tries per address, 1 to 100000; a site whose terminals share one address may need more
 */
public record FleetOptions(
        Path data,
        int httpPort,
        int enrolPort,
        URI broker,
        String account,
        Optional<String> database,
        List<String> hostNames,
        int enrolmentsPerMinute) {

    static final String USAGE = "usage: serve --data DIR --http-port N --enrol-port N --broker ssl://HOST:PORT"
            + " --account NAME [--database jdbc:postgresql:…] [--host-names localhost,127.0.0.1]"
            + " [--enrolments-per-minute 30]";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Set<String> KNOWN = Set.of(
            "--data",
            "--http-port",
            "--enrol-port",
            "--broker",
            "--account",
            "--database",
            "--host-names",
            "--enrolments-per-minute");

    /** Where the enrolment server listens. */
    String enrolHost() {
        return LOOPBACK.containsAll(hostNames) ? "127.0.0.1" : "0.0.0.0";
    }

    static FleetOptions parse(String... arguments) throws BadOptionException {
        if (arguments.length == 0 || !arguments[0].equals("serve")) {
            throw new BadOptionException("the only command is serve");
        }
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i])) {
                throw new BadOptionException("unknown option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new BadOptionException(arguments[i] + " needs a value");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return of(given);
    }

    private static FleetOptions of(Map<String, String> given) throws BadOptionException {
        return new FleetOptions(
                Path.of(needed(given, "--data")),
                port(given, "--http-port"),
                port(given, "--enrol-port"),
                broker(needed(given, "--broker")),
                needed(given, "--account"),
                Optional.ofNullable(given.get("--database")),
                List.of(given.getOrDefault("--host-names", "localhost,127.0.0.1")
                        .split(",")),
                perMinute(given.getOrDefault("--enrolments-per-minute", "30")));
    }

    private static String needed(Map<String, String> given, String option) throws BadOptionException {
        String value = given.get(option);
        if (value == null || value.isBlank()) {
            throw new BadOptionException(option + " is missing");
        }
        return value;
    }

    private static int port(Map<String, String> given, String option) throws BadOptionException {
        String text = needed(given, option);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new BadOptionException(option + " is a port, 0 to 65535 (0: any free one), not " + text);
        }
        return Integer.parseInt(text);
    }

    private static int perMinute(String text) throws BadOptionException {
        if (!text.matches("[1-9]\\d{0,4}|100000")) {
            throw new BadOptionException("--enrolments-per-minute is 1 to 100000, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static URI broker(String text) throws BadOptionException {
        if (!text.matches("ssl://[A-Za-z0-9.-]+:\\d{1,5}")) {
            throw new BadOptionException("--broker is ssl://HOST:PORT, not " + text);
        }
        return URI.create(text);
    }

    /** What the person at the command line should correct. */
    static final class BadOptionException extends Exception {
        private static final long serialVersionUID = 1L;

        BadOptionException(String message) {
            super(message);
        }
    }
}
