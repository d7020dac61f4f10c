package io.changbai.device.api.card;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/** Reads the holder's data of social security cards. It talks to no card unless a {@link #read} is under way. */
public interface SocialCardReader extends Device {

    /**
     * Waits for a card, and reads issuer and holder data once. A card that already lies in the slot is read.
     *
     * @param patience how long to wait for a card; after that {@link SocialCardResult.NoCard}
     */
    DeviceCommand<SocialCardResult> read(Duration patience);

    /** True when a card lies in the slot now; readers that cannot sense it always say false. Never blocks. */
    boolean cardPresent();
}
