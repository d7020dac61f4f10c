package io.changbai.qr.scanner.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.contract.QrScannerContract;
import io.changbai.device.contract.emulated.EmulatedQrScanner;
import io.changbai.device.link.internal.UriChannels;
import io.changbai.qr.scanner.internal.codec.Makes;
import io.changbai.qr.scanner.internal.codec.Suffix;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class QrScannerContractTest implements QrScannerContract {

    private final EmulatedQrScanner hands = new EmulatedQrScanner();
    private final SerialQrScanner scanner = new SerialQrScanner(
            new UriChannels(),
            new ScannerSettings(hands.channel(), Makes.named("honeywell"), Suffix.CR, false, Duration.ofSeconds(1)),
            new SteadyClock());

    @Override
    public QrScanner device() {
        return scanner;
    }

    @Override
    public CodeHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        scanner.close();
        hands.close();
    }
}
