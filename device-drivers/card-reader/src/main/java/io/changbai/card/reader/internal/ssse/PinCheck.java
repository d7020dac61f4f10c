package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;

/** VERIFY, once. */
final class PinCheck extends PinWork {

    private final CardPin pin;

    PinCheck(CardPin pin) {
        this.pin = pin;
    }

    @Override
    CardPinResult at(SsseApplication card, CardSession session) throws IOException {
        byte[] packed = pin.packed();
        try {
            return said(spend(session, Apdu.verify(packed)), new CardPinResult.Unreadable(Trouble.GARBLED));
        } finally {
            Arrays.fill(packed, (byte) 0);
        }
    }
}
