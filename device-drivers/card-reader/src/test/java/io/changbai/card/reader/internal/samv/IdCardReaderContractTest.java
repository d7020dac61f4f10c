package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.IdCardReaderContract;
import io.changbai.device.contract.emulated.EmulatedIdCardReader;
import io.changbai.device.link.internal.UriChannels;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class IdCardReaderContractTest implements IdCardReaderContract {

    private final EmulatedIdCardReader hands = new EmulatedIdCardReader();
    private final SamVIdCardReader reader = new SamVIdCardReader(
            new UriChannels(),
            new Speeds(hands.channel(), 115_200),
            new ReadingRules(Duration.ofMillis(50), false),
            Duration.ofMillis(200),
            new SteadyClock());

    @Override
    public IdCardReader device() {
        return reader;
    }

    @Override
    public IdCardHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        reader.close();
        hands.close();
    }
}
