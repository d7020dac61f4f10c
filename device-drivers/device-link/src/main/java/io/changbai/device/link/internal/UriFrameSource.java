package io.changbai.device.link.internal;

import io.changbai.device.link.FrameSource;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens cameras; the scheme of the URI decides who reads them. */
@Component
public final class UriFrameSource implements FrameSource {

    private final FrameSource http = new HttpFrameSource();
    private final FrameSource ffmpeg = new FfmpegFrameSource();

    @Activate
    public UriFrameSource() {}

    @Override
    public Frames open(String uri) throws IOException {
        return reader(uri).open(uri);
    }

    @Override
    public boolean answers(String uri) {
        return reader(uri).answers(uri);
    }

    @Override
    public Optional<String> missingTool(String uri) {
        return reader(uri).missingTool(uri);
    }

    private FrameSource reader(String uri) {
        return CameraUri.isOne(uri) ? ffmpeg : http;
    }
}
