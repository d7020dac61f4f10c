package io.changbai.device.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every reader of QR codes holds to, a scanner module or a camera. */
public interface QrScannerContract extends WaitingContract {

    /** What a hand does before such a reader. */
    interface CodeHands extends Hands {

        /** Holds a code of this text before its eye until {@link #takeAway}, or until it was read once. */
        void hold(String text);

        void takeAway();
    }

    @Override
    QrScanner device();

    @Override
    CodeHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.QR_SCANNER;
    }

    @Override
    default DeviceCommand<?> await(Duration patience) {
        return device().scan(patience);
    }

    @Override
    default Ended ended(Object result) {
        if (result instanceof ScanResult.NoCode) {
            return Ended.NOTHING_CAME;
        } else if (result instanceof ScanResult.Cancelled) {
            return Ended.CANCELLED;
        }
        return result instanceof ScanResult.Failed ? Ended.FAILED : Ended.SERVED;
    }

    @Override
    default Optional<DeviceFault> fault(Object result) {
        return result instanceof ScanResult.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
    }

    @Test
    default void readsACodeThatIsHeldWhileItWaits(TestReporter reporter) {
        Await.ready(device());
        DeviceCommand<ScanResult> command = device().scan(Await.PATIENCE);
        hands().hold("SSP:890101:1");
        Stopwatch watch = Stopwatch.start();
        ScanResult result = Await.end(command);
        watch.tell(reporter, "from code to result");
        hands().takeAway();
        assertScanned(result, "SSP:890101:1");
    }

    @Test
    default void readsChineseText() {
        assertReads("电子社保卡 王小民");
    }

    @Test
    default void readsALongCode() {
        assertReads("SSP:" + "0123456789abcdef".repeat(18));
    }

    @Test
    default void readsTwoCodesOneAfterTheOther() {
        assertReads("first code");
        assertReads("second code");
    }

    @Test
    default void saysNothingOfTheCodeInItsText() {
        Await.ready(device());
        DeviceCommand<ScanResult> command = device().scan(Await.PATIENCE);
        hands().hold("SECRET-7788");
        ScanResult result = Await.end(command);
        hands().takeAway();
        assertThat(result).isInstanceOf(ScanResult.Scanned.class);
        assertThat(result.toString()).doesNotContain("7788");
    }

    private void assertReads(String text) {
        Await.ready(device());
        DeviceCommand<ScanResult> command = device().scan(Await.PATIENCE);
        hands().hold(text);
        assertScanned(Await.end(command), text);
        hands().takeAway();
    }

    private static void assertScanned(ScanResult result, String text) {
        assertThat(result).isInstanceOfSatisfying(ScanResult.Scanned.class, scanned -> {
            assertThat(scanned.text()).isEqualTo(text);
            assertThat(new String(scanned.bytes(), UTF_8)).isEqualTo(text);
        });
    }
}
