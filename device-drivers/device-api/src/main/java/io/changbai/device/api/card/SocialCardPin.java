package io.changbai.device.api.card;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/**
 * Checks, changes and unlocks the PIN of social security cards. One PIN a person typed is one try on the card: nothing is
 * repeated by itself. The PINs given are wiped when the command ends.
 */
public interface SocialCardPin extends Device {

    /** @param patience how long to wait for a card */
    DeviceCommand<CardPinResult> verify(CardPin pin, Duration patience);

    /**
     * Changes the PIN. When the card is pulled out in the middle of the writing, the card is waited for once more and its
     * state read back before anything is said; if that cannot be, the result is {@link CardPinResult.Unknown}. While this
     * runs and {@link SocialCardReader#cardPresent} is false, ask the person to put the same card in again.
     */
    DeviceCommand<CardPinResult> change(CardPin old, CardPin fresh, Duration patience);

    /** Unlocks a blocked PIN with a command that {@code authority} has sealed. Read back like {@link #change}. */
    DeviceCommand<CardPinResult> unlock(UnlockAuthority authority, Duration patience);
}
