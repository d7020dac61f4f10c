package io.changbai.face.camera.internal;

import io.changbai.device.link.FrameSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the streams that are open and keeps the frames that went through. */
final class WatchedSource implements FrameSource {

    final AtomicInteger open = new AtomicInteger();
    final List<byte[]> frames = new CopyOnWriteArrayList<>();

    private final FrameSource real;

    WatchedSource(FrameSource real) {
        this.real = real;
    }

    @Override
    public boolean answers(String uri) {
        return real.answers(uri);
    }

    @Override
    public Frames open(String uri) throws IOException {
        Frames stream = real.open(uri);
        open.incrementAndGet();
        return new Frames() {
            @Override
            public byte[] next(Duration patience) throws IOException {
                byte[] frame = stream.next(patience);
                frames.add(frame);
                return frame;
            }

            @Override
            public void close() {
                stream.close();
                open.decrementAndGet();
            }
        };
    }
}
