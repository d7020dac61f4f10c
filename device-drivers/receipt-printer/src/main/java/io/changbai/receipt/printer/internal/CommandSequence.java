package io.changbai.receipt.printer.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a job, in order, packed into chunks that hold whole commands. A status query between chunks must never
 * fall into the data of a picture or a code: the printer would obey it and count it as data, too.
 */
final class CommandSequence {

    private final int chunkSize;
    private final List<byte[]> full = new ArrayList<>();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream();
    private int rows;

    /** @param chunkSize exceeded only by a single command that is longer */
    CommandSequence(int chunkSize) {
        this.chunkSize = chunkSize;
    }

    CommandSequence add(byte[] command) {
        if (last.size() > 0 && last.size() + command.length > chunkSize) {
            full.add(last.toByteArray());
            last.reset();
        }
        last.writeBytes(command);
        return this;
    }

    /** Says how far the paper moved by what was added. */
    CommandSequence moved(int dots) {
        rows += dots;
        return this;
    }

    /** The longest command that fits into a chunk. */
    int longest() {
        return chunkSize;
    }

    PrintData data() {
        List<byte[]> chunks = new ArrayList<>(full);
        chunks.add(last.toByteArray());
        return new PrintData(List.copyOf(chunks), rows);
    }
}
