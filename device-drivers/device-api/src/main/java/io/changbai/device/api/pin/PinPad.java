package io.changbai.device.api.pin;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * An encrypting PIN pad. Keys are injected into it elsewhere and never leave it; a PIN leaves it only as an encrypted
 * block. No digit of a PIN is ever on the wire or in this process, so nothing here can be logged, shown or wiped.
 */
public interface PinPad extends Device {

    /**
     * Lets a person type one PIN.
     *
     * @param patience how long the person has; after that {@link PinResult.TimedOut}
     * @param typed told how many digits stand in the pad now, on the device's thread; it must only hand over
     */
    DeviceCommand<PinResult> capture(PinRequest request, Duration patience, IntConsumer typed);
}
