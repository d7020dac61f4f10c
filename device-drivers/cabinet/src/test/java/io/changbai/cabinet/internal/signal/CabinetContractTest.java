package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.contract.CabinetContract;
import io.changbai.device.contract.emulated.EmulatedCabinet;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of its class of device, over the emulated Modbus board. */
class CabinetContractTest implements CabinetContract {

    @TempDir
    Path data;

    private final EmulatedCabinet hands = new EmulatedCabinet();
    private SignalCabinet cabinet;

    @BeforeEach
    void begin() {
        cabinet = new SignalCabinet(
                SignalPorts.modbus(new UriChannels(), hands.channel(), 1),
                hands.channel(),
                SignalCabinetTest.wiring(),
                new SignalCabinet.Settings(Duration.ofMillis(10), Duration.ofSeconds(10)),
                new Tampering(data.resolve("tampered")),
                new SteadyClock());
    }

    @Override
    public Cabinet device() {
        return cabinet;
    }

    @Override
    public CabinetHands hands() {
        return hands;
    }

    @AfterEach
    void unplugged() {
        hands.close();
    }

    @AfterEach
    @Override
    public void close() {
        cabinet.close();
    }
}
