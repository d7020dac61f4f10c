package io.changbai.device.link.internal;

import io.changbai.device.link.ByteChannel;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reports of a USB HID device, one after the other. Java can neither wait for a device node with a time-out nor give up a
 * read that waits; a child process can be ended, so {@code cat} reads and this end of the pipe waits.
 */
final class HidrawChannel implements ByteChannel {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final ChannelUri.Hidraw node;
    private final PipeBytes pipe;

    private HidrawChannel(ChannelUri.Hidraw node, PipeBytes pipe) {
        this.node = node;
        this.pipe = pipe;
    }

    static HidrawChannel open(ChannelUri.Hidraw node) throws IOException {
        if (!Files.isReadable(Path.of(node.path()))) {
            throw new IOException(node.path() + " is not there, or may not be read");
        }
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            // a terminal that is killed must not leave a process behind that takes the reports
            words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        words.addAll(List.of("cat", "--", node.path()));
        Process cat = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        return new HidrawChannel(node, new PipeBytes(cat));
    }

    @Override
    public int read(byte[] into, int offset, int length, Duration patience) throws IOException {
        pipe.within(patience);
        try {
            return pipe.read(into, offset, length);
        } catch (SocketTimeoutException nothingCame) {
            return 0;
        } catch (EOFException e) {
            throw new EOFException(node.path() + " is gone");
        }
    }

    /** Reports go one way here: what HID scanners understand differs too much between makes. */
    @Override
    public void write(byte[] bytes, Duration patience) throws IOException {
        throw new IOException(node.path() + " takes no bytes");
    }

    @Override
    public void purge() throws IOException {
        byte[] waste = new byte[1024];
        while (read(waste, 0, waste.length, Duration.ZERO) > 0) {
            Arrays.fill(waste, (byte) 0); // may have been somebody's code
        }
    }

    @Override
    public void close() {
        pipe.close();
    }
}
