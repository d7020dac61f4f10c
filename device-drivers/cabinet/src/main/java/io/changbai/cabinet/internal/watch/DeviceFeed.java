package io.changbai.cabinet.internal.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's watchdog device, which resets the machine: opening it starts it, any byte feeds it, and only a {@code V}
 * before the end puts it to sleep. It is opened once all is well, so that a terminal that never comes up is left to
 * systemd.
 */
final class DeviceFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceFeed.class);
    private static final int FOOD = 0;
    private static final int MAGIC_CLOSE = 'V';

    private final Path path;
    private OutputStream device;
    private boolean complained;

    DeviceFeed(Path path) {
        this.path = path;
    }

    @Override
    public void ready() {
        feed();
    }

    @Override
    public void feed() {
        write(FOOD);
    }

    private void write(int what) {
        try {
            if (device == null) {
                device = Files.newOutputStream(path, StandardOpenOption.WRITE);
            }
            device.write(what);
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn("the watchdog device cannot be fed: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        if (device == null) {
            return;
        }
        write(MAGIC_CLOSE);
        try {
            device.close();
        } catch (IOException e) {
            LOG.warn("the watchdog device does not close: {}", e.toString());
        }
    }
}
