package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraEmulatorTest {
    private final CameraEmulator camera = new CameraEmulator(0).start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        camera.close();
    }

    @Test
    void showsNobodyAtFirst() throws Exception {
        assertThatThrownBy(() -> decode(frame())).isInstanceOf(NotFoundException.class);
        assertThat(frame().getWidth()).isEqualTo(640);
        assertThat(frame().getHeight()).isEqualTo(480);
    }

    @Test
    void showsAFaceWithItsCode() throws Exception {
        camera.show("wang-min");
        assertThat(decode(frame())).isEqualTo("face:wang-min");
        camera.showNobody();
        assertThatThrownBy(() -> decode(frame())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void seesNothingInTheDark() throws Exception {
        camera.show("wang-min");
        camera.dark(true);
        assertThatThrownBy(() -> decode(frame())).isInstanceOf(NotFoundException.class);
        assertThat(frame().getRGB(320, 100) & 0xFF).isLessThan(30);
    }

    @Test
    void carriesTheCodeInEverySight() throws Exception {
        camera.show("wang-min");
        for (CameraEmulator.Sight sight : CameraEmulator.Sight.values()) {
            camera.sight(sight);
            byte[] seen = camera.frame();
            assertThat(seen).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
            if (sight != CameraEmulator.Sight.BLURRED && sight != CameraEmulator.Sight.OVEREXPOSED) {
                assertThat(decode(frame())).isEqualTo("face:wang-min");
            }
        }
    }

    @Test
    void sendsGarbageThatIsNoPicture() throws Exception {
        camera.show("wang-min");
        camera.garbage(true);
        try (InputStream in = open().body()) {
            for (int i = 0; i < 3; i++) {
                byte[] part = part(in);
                assertThat(part[part.length - 2] == (byte) 0xFF && part[part.length - 1] == (byte) 0xD9)
                        .isFalse();
            }
        }
        camera.garbage(false);
        assertThat(decode(frame())).isEqualTo("face:wang-min");
    }

    @Test
    void sendsFrameAfterFrame() throws Exception {
        camera.show("li-guilan");
        HttpResponse<InputStream> stream = open();
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("multipart/x-mixed-replace; boundary=frame");
        try (InputStream in = stream.body()) {
            for (int i = 0; i < 3; i++) {
                assertThat(decode(ImageIO.read(new ByteArrayInputStream(part(in)))))
                        .isEqualTo("face:li-guilan");
            }
        }
    }

    @Test
    void endsItsStreamWhenUnpluggedAndStartsAgain() throws Exception {
        try (InputStream in = open().body()) {
            part(in);
            camera.unplug();
            assertThatThrownBy(() -> drain(in)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(this::open).isInstanceOf(ConnectException.class);
        camera.plug();
        assertThat(frame().getWidth()).isEqualTo(640);
    }

    private BufferedImage frame() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + camera.port() + "/frame.jpg");
        byte[] jpeg = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private HttpResponse<InputStream> open() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(camera.url())).build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Boundary line, two headers, empty line, so many bytes, line end. */
    private static byte[] part(InputStream in) throws IOException {
        assertThat(line(in)).isEqualTo("--frame");
        assertThat(line(in)).isEqualTo("Content-Type: image/jpeg");
        int length = Integer.parseInt(line(in).substring("Content-Length: ".length()));
        assertThat(line(in)).isEmpty();
        byte[] jpeg = in.readNBytes(length);
        assertThat(line(in)).isEmpty();
        return jpeg;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toString(ISO_8859_1).strip();
    }

    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        throw new IOException("the stream ended without its last chunk");
    }

    private static String decode(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
