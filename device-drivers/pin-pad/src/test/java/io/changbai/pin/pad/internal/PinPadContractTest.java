package io.changbai.pin.pad.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinPad;
import io.changbai.device.contract.PinPadContract;
import io.changbai.device.contract.emulated.EmulatedPinPad;
import io.changbai.device.link.internal.UriChannels;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class PinPadContractTest implements PinPadContract {

    private final EmulatedPinPad hands = new EmulatedPinPad();
    private final SerialPinPad pad = new SerialPinPad(
            new UriChannels(), hands.channel(), Format.ISO_3, Duration.ofMillis(200), new SteadyClock());

    @Override
    public PinPad device() {
        return pad;
    }

    @Override
    public PinHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        pad.close();
        hands.close();
    }
}
