package io.changbai.receipt.printer.internal;

import java.time.Duration;
import java.util.List;

/**
 * A receipt as the printer takes it.
 *
 * @param chunks whole commands each, from initialise to the end of presenting
 * @param rows of dots the paper moves
 */
record PrintData(List<byte[]> chunks, int rows) {

    /** 100 mm/s: slower than any printer of this class. */
    private static final int ROWS_PER_SECOND = 800;

    private static final Duration CUT = Duration.ofSeconds(1);

    int bytes() {
        return chunks.stream().mapToInt(chunk -> chunk.length).sum();
    }

    /** How long a printer without process ids is given once everything has reached it. */
    Duration atMost() {
        return CUT.plusMillis(rows * 1000L / ROWS_PER_SECOND);
    }
}
