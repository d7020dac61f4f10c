package io.changbai.device.api.driver;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a driver to its device: opened when there is none, tried again after 1, 2, 5 and then every 10
 * seconds, and spoken of once when it goes and once when it comes. While there is none, the board shows the device as not
 * there. Used on the device's thread only.
 *
 * <pre>
 *   absent ──open() succeeds──► present ──lost()──► absent, back-off
 * </pre>
 *
 * @param <L> what speaks to the device, for example a codec over a channel; closed when the connection is lost
 */
public final class Connection<L extends AutoCloseable> implements AutoCloseable {

    /** Opens the device and makes sure that the right one answers; leaves nothing open when it fails. */
    @FunctionalInterface
    public interface Opening<L> {
        L open() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final String deviceId;
    private final String where;
    private final DeviceFault absent;
    private final StatusBoard board;
    private final Opening<L> opening;
    private final Backoff backoff;
    private L link;
    private boolean told;

    /**
     * @param where the channel as configured, for the log
     * @param absent the fault raised while nothing answers
     * @param clock for the back-off; steady
     */
    public Connection(
            String deviceId, String where, DeviceFault absent, StatusBoard board, Clock clock, Opening<L> opening) {
        this.deviceId = deviceId;
        this.where = where;
        this.absent = absent;
        this.board = board;
        this.opening = opening;
        this.backoff = new Backoff(clock);
    }

    /** For a command, which does not wait for the back-off: opens when there is no connection. Empty when nothing answers. */
    public Optional<L> openNow() {
        if (link == null) {
            open();
        }
        return Optional.ofNullable(link);
    }

    /** For the upkeep: opens when there is no connection and a try is due. */
    public Optional<L> openWhenDue() {
        return link == null && !backoff.isDue() ? Optional.empty() : openNow();
    }

    /** How long the upkeep may rest while there is no connection: until the next try is due, at least 1 ms. */
    public Duration untilNextTry() {
        return backoff.left().plusMillis(1);
    }

    public boolean isOpen() {
        return link != null;
    }

    /** The device is gone: unplugged, mute, or not what it was. Closes the link and shows the fault. */
    public void lost(Exception why) {
        close();
        backoff.failed();
        board.look(Availability.NO_DEVICE, List.of(absent), List.of());
        if (!told) {
            told = true;
            LOG.warn("{}: not there on {}: {}", deviceId, where, why.getMessage());
        }
    }

    private void open() {
        try {
            link = opening.open();
            backoff.succeeded();
            told = false;
            LOG.info("{}: answers on {}", deviceId, where);
        } catch (IOException e) {
            lost(e);
        }
    }

    /** Closes the link, if there is one; the next use opens a new one. */
    @Override
    public void close() {
        if (link == null) {
            return;
        }
        try {
            link.close();
        } catch (Exception e) {
            LOG.debug("{}: closing the channel failed: {}", deviceId, e.getMessage());
        }
        link = null;
    }
}
