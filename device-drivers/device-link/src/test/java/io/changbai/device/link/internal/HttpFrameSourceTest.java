package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.link.FrameSource.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HttpFrameSourceTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=Cut\r\n\r\n";

    private final HttpFrameSource source = new HttpFrameSource();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String uri() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/stream";
    }

    private interface Script {
        void play(OutputStream out) throws Exception;
    }

    /** A camera that reads the request's head and then plays. */
    private void camera(Script script) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                byte[] request = new byte[1024];
                if (socket.getInputStream().read(request) > 0) {
                    script.play(socket.getOutputStream());
                    socket.getOutputStream().flush();
                }
            } catch (Exception e) {
                // the far end left early; what it saw is asserted there
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesUrisThatAreNoCamera() {
        for (String bad : new String[] {"", "https://host/", "http:///x", "http://user@host/", "file:/tmp/a", "a b"}) {
            assertThatThrownBy(() -> source.open(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void throwsWhenNoCameraListensAndSaysSoWhenAsked() throws IOException {
        assertThat(source.answers(uri())).isTrue();
        server.close();
        assertThat(source.answers(uri())).isFalse();
        assertThatThrownBy(() -> source.open(uri())).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnAnswerThatIsNoStream() {
        for (String answer : new String[] {
            "HTTP/1.1 404 Not Found\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 200 OK\r\nX: " + "a".repeat(2000) + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\n" + "X: a\r\n".repeat(100)
        }) {
            camera(out -> send(out, answer));
            assertThatThrownBy(() -> source.open(uri())).as(answer).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsPartsWithAndWithoutLength() throws Exception {
        camera(out -> {
            send(out, HEAD + "--Cut\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\nfirst\r\n");
            send(out, "--Cut\r\nContent-Type: image/jpeg\r\n\r\nsec\r\n--ond\r\n--Cut\r\nContent-Length: 1\r\n\r\n3");
        });
        try (Frames frames = source.open(uri())) {
            assertThat(text(frames.next(SOON))).isEqualTo("first");
            assertThat(text(frames.next(SOON))).isEqualTo("sec\r\n--ond");
            assertThat(text(frames.next(SOON))).isEqualTo("3");
            assertThatThrownBy(() -> frames.next(SOON)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsAChunkedStreamByteByByte() throws Exception {
        camera(out -> {
            send(out, HEAD.replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n"));
            String parts = "--Cut\r\nContent-Length: 5\r\n\r\nfirst\r\n--Cut\r\nContent-Length: 2\r\n\r\nok";
            for (int i = 0; i < parts.length(); i++) {
                send(out, "1\r\n" + parts.charAt(i) + "\r\n");
                out.flush();
            }
            send(out, "0\r\n\r\n");
        });
        try (Frames frames = source.open(uri())) {
            assertThat(text(frames.next(SOON))).isEqualTo("first");
            assertThat(text(frames.next(SOON))).isEqualTo("ok");
            assertThatThrownBy(() -> frames.next(SOON)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void goesOnWithTheSameFrameAfterATimeOut() throws Exception {
        camera(out -> {
            send(out, HEAD + "--Cut\r\nContent-Length: 8\r\n\r\nhalf");
            out.flush();
            goOn.await(10, TimeUnit.SECONDS);
            send(out, "half");
        });
        try (Frames frames = source.open(uri())) {
            assertThatThrownBy(() -> frames.next(Duration.ofMillis(100))).isInstanceOf(SocketTimeoutException.class);
            goOn.countDown();
            assertThat(text(frames.next(SOON))).isEqualTo("halfhalf");
        }
    }

    @Test
    void refusesPicturesBeyondFourMegabytes() throws Exception {
        camera(out -> send(out, HEAD + "--Cut\r\nContent-Length: 4194305\r\n\r\n"));
        try (Frames frames = source.open(uri())) {
            assertThatThrownBy(() -> frames.next(SOON)).isInstanceOf(IOException.class);
        }
        camera(out -> {
            send(out, HEAD + "--Cut\r\nContent-Type: image/jpeg\r\n\r\n");
            out.write(new byte[4 * 1024 * 1024 + 1]);
        });
        try (Frames frames = source.open(uri())) {
            assertThatThrownBy(() -> frames.next(SOON))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more than");
        }
    }
}
