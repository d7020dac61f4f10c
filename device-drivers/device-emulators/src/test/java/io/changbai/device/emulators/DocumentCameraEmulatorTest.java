package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.DocumentCameraEmulator.Fault;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentCameraEmulatorTest {

    private final DocumentCameraEmulator camera = new DocumentCameraEmulator(0).start();

    @AfterEach
    void stop() {
        camera.close();
    }

    private BufferedImage seen() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(camera.frame()));
    }

    private static boolean isPaper(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getGreen() > 180;
    }

    @Test
    void seesAPageInTheMiddleOfADarkTable() throws IOException {
        assertThat(isPaper(seen(), 800, 180)).isFalse();
        camera.lay(0);
        BufferedImage image = seen();
        assertThat(image.getWidth()).isEqualTo(1_600);
        assertThat(isPaper(image, 800, 180)).isTrue();
        assertThat(isPaper(image, 400, 600)).isFalse();
        assertThat(new Color(image.getRGB(548, 216)).getRed()).isGreaterThan(200); // the red mark
        camera.takeAway();
        assertThat(isPaper(seen(), 800, 180)).isFalse();
    }

    @Test
    void turnsThePageAsItWasLaid() throws IOException {
        camera.lay(90);
        BufferedImage image = seen();
        assertThat(isPaper(image, 400, 600)).isTrue();
        assertThat(isPaper(image, 800, 180)).isFalse();
    }

    @Test
    void spoilsItsPicturesAsAsked() throws IOException {
        camera.lay(0);
        camera.fault(Fault.OVERSIZE);
        assertThat(camera.frame()).hasSize(6 * 1024 * 1024);
        camera.fault(Fault.DARK);
        assertThat(isPaper(seen(), 800, 180)).isFalse();
        camera.fault(Fault.OVER_THE_EDGE);
        assertThat(isPaper(seen(), 1_598, 180)).isTrue();
        camera.fault(Fault.GARBAGE);
        assertThat(camera.frame()).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
        camera.fault(Fault.NONE);
        assertThat(isPaper(seen(), 800, 180)).isTrue();
    }

    @Test
    void sendsOneFrameOverHttp() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(camera.url().replace("stream", "frame.jpg")))
                .build();
        byte[] frame = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
        assertThat(frame).isEqualTo(camera.frame());
        assertThat(camera.opened()).isZero();
    }
}
