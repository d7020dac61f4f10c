package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;

/** What is done with a card once it is there and powered, and what is said when it does not come to that. */
interface CardWork<R> {

    /** @throws IOException card or reader went away, or the card fell silent */
    R run(CardSession session) throws IOException;

    /** Whether the card is to be powered up once more; never for work that spends a try of a PIN or key. */
    boolean isWorthAnotherTry(R result);

    /** The card gave no answer to reset. */
    R mute();

    /** The card or the reader failed in the middle, and the card is still there. */
    R silent();

    R removed();

    R noCard();

    R cancelled();

    R failed(DeviceFault fault);
}
