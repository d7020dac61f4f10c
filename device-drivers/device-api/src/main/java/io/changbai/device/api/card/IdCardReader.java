package io.changbai.device.api.card;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/**
 * Reads resident ID cards and the permits and foreigners' cards with the same chip. It reports presentations, not
 * presence: an antenna reader cannot tell a card that lies still from a card that is gone. It touches no card unless a
 * {@link #read} is under way.
 */
public interface IdCardReader extends Device {

    /**
     * Waits for a card and reads it once.
     *
     * @param patience how long to wait for a card; after that {@link IdCardResult.NoCard}
     */
    DeviceCommand<IdCardResult> read(Duration patience);
}
