package io.changbai.document.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.page.Page;
import io.changbai.device.api.page.PageResult;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.DocumentCameraEmulator;
import io.changbai.device.emulators.DocumentCameraEmulator.Fault;
import io.changbai.device.link.internal.UriFrameSource;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver under the emulated camera, and everything that people and cameras do wrong. */
@Timeout(60)
class StreamDocumentCameraTest {

    private static final Duration SHORT = Duration.ofMillis(1_500);

    private final DocumentCameraEmulator emulator = new DocumentCameraEmulator(0).start();
    private final StreamDocumentCamera camera = new StreamDocumentCamera(
            new UriFrameSource(),
            emulator.url(),
            Duration.ofMillis(50),
            new PageRules(5_100_000, 4, 2_480, 1_000_000, Duration.ofSeconds(2)),
            new SteadyClock());

    @AfterEach
    void stop() {
        camera.close();
        emulator.close();
    }

    private DeviceCommand<PageResult> begin(Duration patience) throws Exception {
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        return camera.capture(VisitToken.begin("visit-1"), patience);
    }

    private PageResult capture(Duration patience) throws Exception {
        return DeviceContract.end(begin(patience));
    }

    private Page captured() throws Exception {
        PageResult result = capture(Duration.ofSeconds(15));
        assertThat(result).isInstanceOf(PageResult.Captured.class);
        return ((PageResult.Captured) result).page();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"GARBAGE", "TRUNCATED", "HUGE", "FROZEN"})
    void saysThatNoPicturesComeOfWhatIsNoPictureAndServesTheNext(Fault fault) throws Exception {
        emulator.lay(0);
        emulator.fault(fault);
        assertThat(capture(Duration.ofSeconds(15))).isEqualTo(new PageResult.Failed(CameraFaults.NO_PICTURES));
        DeviceContract.awaitStatus(camera, status -> status.faults().contains(CameraFaults.NO_PICTURES));
        emulator.fault(Fault.NONE);
        captured().wipe();
        DeviceContract.awaitStatus(camera, status -> status.faults().isEmpty());
    }

    @Test
    void takesFramesOfSixMegabytesForACameraThatIsGone() throws Exception {
        emulator.lay(0);
        emulator.fault(Fault.OVERSIZE);
        assertThat(capture(Duration.ofSeconds(15))).isEqualTo(new PageResult.Failed(CameraFaults.NO_DEVICE));
        emulator.fault(Fault.NONE);
        captured().wipe();
    }

    @Test
    void saysWhatIsWrongWithLightAndPage() throws Exception {
        assertThat(capture(SHORT)).isInstanceOf(PageResult.NoPage.class);
        emulator.lay(3);
        emulator.fault(Fault.DARK);
        assertThat(capture(SHORT)).isInstanceOf(PageResult.Dark.class);
        emulator.fault(Fault.BLURRED);
        assertThat(capture(SHORT)).isInstanceOf(PageResult.Blurred.class);
        emulator.fault(Fault.MOVING);
        assertThat(capture(SHORT)).isInstanceOf(PageResult.Blurred.class);
        emulator.fault(Fault.OVER_THE_EDGE);
        assertThat(capture(SHORT)).isInstanceOf(PageResult.OutOfView.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -12, 30, 90})
    void straightensAPageHoweverItLies(double degrees) throws Exception {
        emulator.lay(degrees);
        Page page = captured();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.jpeg()));
        assertThat(image.getWidth()).isEqualTo(page.width());
        assertThat(image.getHeight()).isEqualTo(page.height());
        double ratio = (double) Math.max(page.width(), page.height()) / Math.min(page.width(), page.height());
        assertThat(ratio).isBetween(1.38, 1.45);
        if (Math.abs(degrees) <= 30) {
            // The emulator's page is 640 wide and has its marks 50 to 86 from the corners.
            double scale = image.getWidth() / 640.0;
            Color red = colour(image, 68 * scale, 68 * scale);
            Color blue = colour(image, image.getWidth() - 68 * scale, image.getHeight() - 68 * scale);
            assertThat(red.getRed() - red.getBlue()).isGreaterThan(120);
            assertThat(blue.getBlue() - blue.getRed()).isGreaterThan(120);
        }
        for (int[] corner : new int[][] {{3, 3}, {-4, 3}, {3, -4}, {-4, -4}}) {
            Color paper = colour(
                    image, Math.floorMod(corner[0], image.getWidth()), Math.floorMod(corner[1], image.getHeight()));
            assertThat(paper.getGreen()).as("paper, not table, in the corner").isGreaterThan(170);
        }
        page.wipe();
    }

    private static Color colour(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) x, (int) y));
    }

    @Test
    void waitsForAPageThatComesLate() throws Exception {
        DeviceCommand<PageResult> command = begin(Duration.ofSeconds(15));
        emulator.lay(5);
        assertThat(DeviceContract.end(command)).isInstanceOf(PageResult.Captured.class);
    }

    @Test
    void opensItsEyeForAVisitOnly() throws Exception {
        DeviceContract.awaitStatus(camera, DeviceStatus::canServe);
        VisitToken over = VisitToken.begin("visit-2");
        over.end();
        assertThat(DeviceContract.end(camera.capture(over, SHORT))).isInstanceOf(PageResult.Cancelled.class);
        assertThat(emulator.opened()).isZero();
    }

    @Test
    void writesNothingToTheDisk() throws Exception {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Set<String> before = imageFiles(folder);
        emulator.lay(4);
        captured().wipe();
        assertThat(imageFiles(folder)).isEqualTo(before);
    }

    /** The JDK's own image streams would have left {@code imageio….tmp}. */
    private static Set<String> imageFiles(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("imageio"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void refusesAMalformedAddressBeforeAnythingStarts() {
        assertThatThrownBy(() -> new StreamDocumentCamera(
                        new UriFrameSource(), "v4l2:", Duration.ofSeconds(1), PageRules.STANDARD, new SteadyClock()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
