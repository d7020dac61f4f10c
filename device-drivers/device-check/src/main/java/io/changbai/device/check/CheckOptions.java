package io.changbai.device.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param devices the classes of device, in the order in which they are checked
 * @param channel where the device is, or {@code emulator}
 * @param asking whether a person is at the device and is asked
 * @param bundles further bundles, for example a vendor's driver
 * @param settings further configuration of the driver
 */
record CheckOptions(
        List<CheckedDevice> devices, String channel, boolean asking, List<Path> bundles, Map<String, Object> settings) {

    static final String EMULATOR = "emulator";
    static final String USAGE = """
            ./changbai device-check DEVICE    hold a device to the contract of its class
                --channel URI                 where it is (tcp://host:port, serial:/dev/ttyUSB0?baud=115200, ipp://…, a PC/SC
                                              reader's name), or emulator (the default)
                --hands ask|none              a person at the device is asked (the default), or nobody is there
                --set KEY=VALUE               further configuration of the driver, for example profile=newland
                --bundle JAR                  a vendor's driver, or what it needs
            """;

    boolean emulated() {
        return channel.equals(EMULATOR);
    }

    static CheckOptions parse(String... args) throws WrongOptionException {
        if (args.length == 0) {
            throw new WrongOptionException("which device? " + String.join(", ", CheckedDevice.names()));
        }
        Reading reading = new Reading();
        for (int i = 1; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new WrongOptionException(args[i] + " needs a value");
            }
            reading.take(args[i], args[i + 1]);
        }
        List<CheckedDevice> devices = devices(args[0]);
        if (devices.size() > 1 && !reading.channel.equals(EMULATOR)) {
            throw new WrongOptionException("all devices together are only checked with --channel " + EMULATOR);
        }
        return new CheckOptions(
                devices, reading.channel, reading.asking, List.copyOf(reading.bundles), Map.copyOf(reading.settings));
    }

    private static List<CheckedDevice> devices(String name) throws WrongOptionException {
        if (name.equals("all")) {
            return CheckedDevice.ALL;
        }
        return List.of(CheckedDevice.named(name)
                .orElseThrow(() -> new WrongOptionException(
                        "there is no device '" + name + "'; there are " + String.join(", ", CheckedDevice.names()))));
    }

    private static final class Reading {
        private String channel = EMULATOR;
        private boolean asking = true;
        private final List<Path> bundles = new ArrayList<>();
        private final Map<String, Object> settings = new HashMap<>();

        void take(String option, String value) throws WrongOptionException {
            switch (option) {
                case "--channel" -> channel = value;
                case "--hands" -> asking = asking(value);
                case "--bundle" -> bundles.add(bundle(value));
                case "--set" -> set(value);
                default ->
                    throw new WrongOptionException(
                            "unknown option " + option + "; known: --channel, --hands, --set, --bundle");
            }
        }

        private static boolean asking(String value) throws WrongOptionException {
            if (!value.equals("ask") && !value.equals("none")) {
                throw new WrongOptionException("--hands is ask or none, not " + value);
            }
            return value.equals("ask");
        }

        private static Path bundle(String value) throws WrongOptionException {
            Path file = Path.of(value);
            if (!Files.isRegularFile(file)) {
                throw new WrongOptionException("there is no file " + value);
            }
            return file;
        }

        private void set(String value) throws WrongOptionException {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new WrongOptionException("--set wants key=value, not " + value);
            }
            settings.put(value.substring(0, equals), value.substring(equals + 1));
        }
    }

    /** Something was asked for that there is not; the message says what there is. */
    static final class WrongOptionException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongOptionException(String message) {
            super(message);
        }
    }
}
