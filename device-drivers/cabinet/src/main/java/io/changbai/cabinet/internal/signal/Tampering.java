package io.changbai.cabinet.internal.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether somebody tampered with the cabinet since an operator last looked. Kept in a file, so that pulling the plug does
 * not hide it; a disk that takes no file makes it last as long as the process.
 */
final class Tampering {

    private static final Logger LOG = LoggerFactory.getLogger(Tampering.class);

    private final Path mark;
    private boolean latched;

    Tampering(Path mark) {
        this.mark = mark;
        this.latched = Files.exists(mark);
    }

    synchronized boolean isLatched() {
        return latched;
    }

    synchronized void latch() {
        if (latched) {
            return;
        }
        latched = true;
        LOG.warn("the cabinet was tampered with; it stays so until an operator resets it");
        try {
            Files.createDirectories(mark.getParent());
            Files.write(mark, new byte[0]);
        } catch (IOException e) {
            LOG.error("tampering will be forgotten at the next start: {}", e.getMessage());
        }
    }

    synchronized void reset() {
        if (!latched) {
            return;
        }
        try {
            Files.deleteIfExists(mark);
            latched = false;
            LOG.info("tampering was reset by an operator");
        } catch (IOException e) {
            LOG.error("tampering cannot be reset: {}", e.getMessage());
        }
    }
}
