package io.changbai.device.api.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every code scanner holds to. */
public interface QrScannerContract extends DeviceContract {

    @Override
    QrScanner device();

    /** Holds a code before the scanner's eye until it was read or {@link #takeCodeAway} is called. */
    void presentCode(String text);

    void takeCodeAway();

    @Test
    default void isAScanner() {
        assertThat(device().kind()).isEqualTo(DeviceKind.QR_SCANNER);
    }

    @Test
    default void readsACodeHeldWhileWaiting() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<ScanResult> command = device().scan(PATIENCE);
        presentCode("社保码-1");
        ScanResult result = DeviceContract.end(command);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ScanResult.Scanned.class,
                        scanned -> assertThat(scanned.text()).isEqualTo("社保码-1"));
        assertThat(result.toString()).doesNotContain("社保码");
    }

    @Test
    default void saysNoCodeWhenNobodyComes() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(DeviceContract.end(device().scan(Duration.ofMillis(300)))).isInstanceOf(ScanResult.NoCode.class);
    }

    @Test
    default void endsACancelledScanAndServesTheNext() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<ScanResult> command = device().scan(PATIENCE);
        DeviceCommand<ScanResult> behind = device().scan(PATIENCE);
        command.cancel();
        assertThat(DeviceContract.end(command)).isInstanceOf(ScanResult.Cancelled.class);
        presentCode("second");
        assertThat(DeviceContract.end(behind)).isInstanceOf(ScanResult.Scanned.class);
    }

    @Test
    default void failsWithAFaultWhenTheScannerIsUnpluggedDuringTheWait() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        DeviceCommand<ScanResult> command = device().scan(PATIENCE);
        unplug();
        assertThat(DeviceContract.end(command))
                .isInstanceOfSatisfying(
                        ScanResult.Failed.class,
                        failed -> assertThat(failed.fault().code()).endsWith("-NO-DEVICE"));
    }
}
