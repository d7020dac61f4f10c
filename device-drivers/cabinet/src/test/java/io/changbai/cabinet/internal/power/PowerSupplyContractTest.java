package io.changbai.cabinet.internal.power;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.contract.PowerSupplyContract;
import io.changbai.device.contract.emulated.EmulatedPowerSupply;
import io.changbai.device.link.internal.UriChannels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over an emulated upsd. */
class PowerSupplyContractTest implements PowerSupplyContract {

    private final EmulatedPowerSupply hands = new EmulatedPowerSupply();
    private final SteadyClock clock = new SteadyClock();
    private final NutPowerSupply supply = new NutPowerSupply(
            new UriChannels(),
            hands.channel(),
            "",
            Duration.ofMillis(20),
            new Shutdown(List.of(), Duration.ZERO, clock),
            clock);

    @Override
    public PowerSupply device() {
        return supply;
    }

    @Override
    public PowerHands hands() {
        return hands;
    }

    @AfterEach
    void unplugged() {
        hands.close();
    }

    @AfterEach
    @Override
    public void close() {
        supply.close();
    }
}
