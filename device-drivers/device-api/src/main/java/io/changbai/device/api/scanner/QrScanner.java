package io.changbai.device.api.scanner;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/** Reads one code a person holds. Its light is on and its eye open only while a {@link #scan} is under way. */
public interface QrScanner extends Device {

    /**
     * Arms the scanner, waits for one code, disarms it. Codes seen before arming are discarded.
     *
     * @param patience how long to wait for a code; after that {@link ScanResult.NoCode}
     */
    DeviceCommand<ScanResult> scan(Duration patience);
}
