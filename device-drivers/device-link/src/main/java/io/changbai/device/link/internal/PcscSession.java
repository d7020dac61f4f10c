package io.changbai.device.link.internal;

import io.changbai.device.link.CardSlot.CardRemovedException;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card powered by a PC/SC reader, for this process alone. */
final class PcscSession implements CardSession {

    private static final Logger LOG = LoggerFactory.getLogger(PcscSession.class);

    /** pcscd notices an absent card at its next poll, up to 400 ms later; until then it only says that nothing came back. */
    private static final long REMOVAL_NOTICED_MILLIS = 800;

    /** A card that keeps answering "more" is broken; 32 pieces of 256 bytes are more than any file read here. */
    private static final int MAX_PIECES = 32;

    private final CardTerminal reader;
    private final Card card;

    private PcscSession(CardTerminal reader, Card card) {
        this.reader = reader;
        this.card = card;
    }

    static PcscSession open(CardTerminal reader) throws CardException {
        Card card = reader.connect("*");
        try {
            card.beginExclusive();
            return new PcscSession(reader, card);
        } catch (CardException e) {
            card.disconnect(true);
            throw e;
        }
    }

    @Override
    public byte[] atr() {
        return card.getATR().getBytes();
    }

    @Override
    public byte[] transmit(byte[] apdu) throws IOException {
        byte[] command = apdu.clone();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int piece = 0; piece < MAX_PIECES; piece++) {
            ResponseAPDU response = transmitOnce(command);
            whole.writeBytes(response.getData());
            if (response.getSW1() == 0x6C && hasLe(command) && whole.size() == 0) {
                command[command.length - 1] = (byte) response.getSW2();
            } else if (response.getSW1() == 0x61) {
                command = new byte[] {apdu[0], (byte) 0xC0, 0, 0, (byte) response.getSW2()};
            } else {
                whole.write(response.getSW1());
                whole.write(response.getSW2());
                return whole.toByteArray();
            }
        }
        throw new IOException("the card answers without end");
    }

    private static boolean hasLe(byte[] command) {
        return command.length == 5 || (command.length > 5 && command.length == 6 + (command[4] & 0xFF));
    }

    private ResponseAPDU transmitOnce(byte[] command) throws IOException {
        CommandAPDU apdu = new CommandAPDU(command);
        try {
            return card.getBasicChannel().transmit(apdu);
        } catch (CardException | IllegalStateException | IllegalArgumentException e) {
            // IllegalArgument: pcscd passed on an empty answer, as it does when the card is pulled just then.
            if (isGone()) {
                throw new CardRemovedException("the card was pulled out", e);
            }
            throw translate("the card did not answer", e);
        }
    }

    private boolean isGone() {
        try {
            return reader.waitForCardAbsent(REMOVAL_NOTICED_MILLIS);
        } catch (CardException e) {
            return false;
        }
    }

    static IOException translate(String what, Exception e) {
        return PcscFault.of(e) == PcscFault.REMOVED ? new CardRemovedException(what, e) : new IOException(what, e);
    }

    @Override
    public void close() {
        try {
            card.disconnect(true);
        } catch (CardException | IllegalStateException e) {
            LOG.debug("disconnecting a card that is gone: {}", e.getMessage());
        }
    }
}
