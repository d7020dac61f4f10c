package io.changbai.device.link.internal;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A channel URI, taken apart. */
sealed interface ChannelUri {

    /** Speed that SAM_V readers and most USB bridges start with. */
    int DEFAULT_BAUD = 115_200;

    Pattern SERIAL = Pattern.compile("serial:(/[^?]+)(?:\\?baud=(\\d{3,7})(?:&flow=(rtscts|xonxoff))?)?");

    Pattern HIDRAW = Pattern.compile("hidraw:(/dev/(?!.*\\.\\.)[A-Za-z0-9/_.:-]+)");

    record Tcp(String host, int port) implements ChannelUri {}

    /**
     * A serial port.
     *
     * @param path a device node or a link to one, for example below {@code /dev/serial/by-id/}
     * @param flow how the far end stops us when it cannot take more
     */
    record Serial(String path, int baud, Flow flow) implements ChannelUri {}

    /** Who holds bytes back. A printer's DTR is wired to our CTS: Linux knows no DSR. */
    enum Flow {
        NONE,
        RTSCTS,
        XONXOFF;

        private static Flow of(String text) {
            return text == null ? NONE : valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The reports of a USB HID device.
     *
     * @param path a device node or a link to one
     */
    record Hidraw(String path) implements ChannelUri {}

    /**
     * Takes a URI apart.
     *
     * @throws IllegalArgumentException when {@code text} is none of the allowed forms
     */
    static ChannelUri parse(String text) {
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            String baud = serial.group(2);
            int speed = baud == null ? DEFAULT_BAUD : Integer.parseInt(baud);
            return new Serial(serial.group(1), speed, Flow.of(serial.group(3)));
        }
        Matcher hidraw = HIDRAW.matcher(text);
        return hidraw.matches() ? new Hidraw(hidraw.group(1)) : parseTcp(text);
    }

    private static ChannelUri parseTcp(String text) {
        try {
            URI uri = URI.create(text);
            boolean whole = "tcp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= 65_535
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null;
            if (whole) {
                return new Tcp(uri.getHost(), uri.getPort());
            }
        } catch (IllegalArgumentException notAUri) {
            // named below with the allowed forms
        }
        throw new IllegalArgumentException(
                "channel '" + text
                        + "': expected serial:/dev/<port>?baud=<speed>, the same with &flow=rtscts or &flow=xonxoff, hidraw:/dev/<node> or tcp://<host>:<port>");
    }
}
