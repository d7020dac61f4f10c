package io.changbai.device.link;

import java.io.IOException;

/** Opens byte channels by URI. The service of this room for serial and network devices. */
public interface Channels {

    /**
     * Opens a channel; blocks at most 3 s.
     *
     * @param uri {@code serial:/dev/ttyUSB0?baud=115200} (and {@code &flow=rtscts} or {@code xonxoff}), {@code tcp://host:port}, or {@code hidraw:/dev/hidraw0}, which is
     *     read only
     * @throws IOException nothing is there now; try again later
     * @throws IllegalArgumentException the URI is malformed; the message names it and the allowed forms
     */
    ByteChannel open(String uri) throws IOException;
}
