package io.changbai.device.link.internal;

import io.changbai.device.link.FrameSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** Cameras that send MJPEG over HTTP, as ffmpeg, mjpg-streamer and network cameras do. */
public final class HttpFrameSource implements FrameSource {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 500;

    @Override
    public Frames open(String uri) throws IOException {
        URI camera = parse(uri);
        HttpBody body = HttpBody.get(connect(camera, CONNECT_MILLIS), camera);
        try {
            return MultipartFrames.of(body);
        } catch (IOException e) {
            body.close();
            throw e;
        }
    }

    @Override
    public boolean answers(String uri) {
        URI camera = parse(uri);
        try (Socket socket = connect(camera, ANSWER_MILLIS)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<String> missingTool(String uri) {
        parse(uri);
        return Optional.empty();
    }

    private static Socket connect(URI camera, int millis) throws IOException {
        int port = camera.getPort() < 0 ? 80 : camera.getPort();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(camera.getHost(), port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static URI parse(String text) {
        try {
            URI uri = URI.create(text);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // named below with the allowed form
        }
        throw new IllegalArgumentException("camera '" + text + "': expected http://<host>:<port>/<path>");
    }
}
