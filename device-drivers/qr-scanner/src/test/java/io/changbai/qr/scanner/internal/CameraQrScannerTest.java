package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.QrScannerContract;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.link.internal.UriFrameSource;
import io.changbai.qr.scanner.internal.picture.PictureReader;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver against an emulated camera that sends MJPEG over HTTP. */
@Timeout(60)
class CameraQrScannerTest implements QrScannerContract {

    private static final Duration SOON = Duration.ofMillis(100);

    private CameraEmulator camera;
    private CameraQrScanner scanner;

    @BeforeEach
    void start() {
        camera = new CameraEmulator(0).start();
        scanner = driver(camera.url());
    }

    private static CameraQrScanner driver(String uri) {
        return new CameraQrScanner(
                new UriFrameSource(),
                new PictureReader(),
                new CameraQrScanner.Settings(uri, SOON, Duration.ofSeconds(2)),
                new SteadyClock());
    }

    @AfterEach
    void stop() {
        scanner.close();
        camera.close();
    }

    @Override
    public QrScanner device() {
        return scanner;
    }

    @Override
    public void unplug() {
        camera.unplug();
    }

    @Override
    public void plug() {
        camera.plug();
    }

    @Override
    public void presentCode(String text) {
        camera.showCode(text);
    }

    @Override
    public void takeCodeAway() {
        camera.showNobody();
    }

    @Test
    void saysThatACameraWhichSendsNoPictureIsStuckUntilItSendsOne() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        camera.freeze(true);
        assertThat(DeviceContract.end(scanner.scan(PATIENCE)))
                .isEqualTo(new ScanResult.Failed(ScannerFaults.NO_PICTURES));
        DeviceContract.awaitStatus(scanner, status -> status.faults().contains(ScannerFaults.NO_PICTURES));
        camera.freeze(false);
        assertThat(DeviceContract.end(scanner.scan(SOON))).isInstanceOf(ScanResult.NoCode.class);
        DeviceContract.awaitStatus(scanner, status -> status.faults().isEmpty());
    }

    @Test
    void readsTheSameCodeOnceAndNotTwiceAtOnce() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        camera.showCode("once");
        assertThat(DeviceContract.end(scanner.scan(PATIENCE))).isInstanceOf(ScanResult.Scanned.class);
        assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(300)))).isInstanceOf(ScanResult.NoCode.class);
    }

    @Test
    void seesNothingInTheDark() throws Exception {
        DeviceContract.awaitStatus(scanner, DeviceStatus::canServe);
        camera.showCode("unseen");
        camera.dark(true);
        assertThat(DeviceContract.end(scanner.scan(Duration.ofMillis(500)))).isInstanceOf(ScanResult.NoCode.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> driver("ftp://127.0.0.1/x")).isInstanceOf(IllegalArgumentException.class);
    }
}
