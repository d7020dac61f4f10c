package io.changbai.device.api.signal;

import io.changbai.device.api.Device;
import java.util.function.Consumer;

/** Mains and battery of the terminal. */
public interface PowerSupply extends Device {

    /** What is known now. Never blocks. */
    PowerState power();

    /** Calls {@code listener} with each later state, on the device's thread; the listener must only hand over. */
    Subscription onPower(Consumer<PowerState> listener);
}
