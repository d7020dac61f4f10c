package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.SocialCardReaderContract;
import io.changbai.device.contract.emulated.EmulatedSocialCardReader;
import io.changbai.device.link.internal.PcscCardSlots;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over a real pcscd and the virtual reader of vsmartcard-vpcd. */
class SocialCardReaderContractIT implements SocialCardReaderContract {

    private final EmulatedSocialCardReader hands = new EmulatedSocialCardReader();
    private final PcscSocialCardReader reader = new PcscSocialCardReader(
            new PcscCardSlots().slot(hands.reader()),
            TerminalKeys.none(),
            HandSlot.SETTINGS,
            hands.reader(),
            new SteadyClock());

    @Override
    public SocialCardReader device() {
        return reader;
    }

    @Override
    public SocialCardHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        reader.close();
        hands.close();
    }
}
