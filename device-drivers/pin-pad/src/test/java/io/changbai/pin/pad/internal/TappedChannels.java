package io.changbai.pin.pad.internal;

import io.changbai.device.link.ByteChannel;
import io.changbai.device.link.Channels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/** Channels of which every byte, both ways, is written down. */
final class TappedChannels implements Channels {

    private final Channels channels;
    private final ByteArrayOutputStream tape = new ByteArrayOutputStream();

    TappedChannels(Channels channels) {
        this.channels = channels;
    }

    byte[] everything() {
        synchronized (tape) {
            return tape.toByteArray();
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        synchronized (tape) {
            tape.write(bytes, offset, length);
        }
    }

    @Override
    public ByteChannel open(String uri) throws IOException {
        ByteChannel open = channels.open(uri);
        return new ByteChannel() {
            @Override
            public int read(byte[] into, int offset, int length, Duration patience) throws IOException {
                int count = open.read(into, offset, length, patience);
                TappedChannels.this.write(into, offset, count);
                return count;
            }

            @Override
            public void write(byte[] bytes, Duration patience) throws IOException {
                TappedChannels.this.write(bytes, 0, bytes.length);
                open.write(bytes, patience);
            }

            @Override
            public void purge() throws IOException {
                open.purge();
            }

            @Override
            public void close() {
                open.close();
            }
        };
    }
}
