package io.changbai.device.check;

import io.changbai.device.api.Device;
import io.changbai.device.contract.Await;
import io.changbai.device.contract.DeviceContract;
import io.changbai.device.contract.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A contract over the device of the check that runs now: each rule gets the driver anew, and ends it. Subclasses add the
 * contract of a class of device and nothing else.
 */
abstract class Rules<D extends Device, H extends Hands> {

    private D device;

    @BeforeEach
    void begin() {
        Check check = Check.current();
        check.hands().putBack();
        device = check.start();
    }

    public D device() {
        return device;
    }

    @SuppressWarnings("unchecked")
    public H hands() {
        return (H) Check.current().hands();
    }

    public void close() {
        Check.current().stop();
    }

    /** Also waits for the thread: the next rule wants the device for itself. */
    @AfterEach
    void end() {
        Check.current().hands().putBack();
        close();
        Await.until("the driver ends", () -> !DeviceContract.isRunning("device-" + device.id()));
    }
}
