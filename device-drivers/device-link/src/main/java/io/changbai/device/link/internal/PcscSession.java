package io.changbai.device.link.internal;

import io.changbai.device.link.CardSlot.CardRemovedException;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card powered by a PC/SC reader, for this process alone. */
final class PcscSession implements CardSession {

    private static final Logger LOG = LoggerFactory.getLogger(PcscSession.class);

    /** pcscd notices an absent card at its next poll, up to 400 ms later; until then it only says that nothing came back. */
    private static final long REMOVAL_NOTICED_MILLIS = 800;

    /** A card that keeps answering "more" is broken; 32 pieces of 256 bytes are more than any file read here. */
    private static final int MAX_PIECES = 32;

    /** Short APDUs: 256 bytes and a status word; the JDK asks for room for that. */
    private static final int LONGEST_ANSWER = 1024;

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
        byte[] own = apdu.clone();
        try {
            return followUp(own);
        } finally {
            Arrays.fill(own, (byte) 0); // it may hold a PIN
        }
    }

    private byte[] followUp(byte[] own) throws IOException {
        byte[] command = own;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int piece = 0; piece < MAX_PIECES; piece++) {
            byte[] answer = transmitOnce(command);
            byte sw1 = answer[answer.length - 2];
            byte sw2 = answer[answer.length - 1];
            boolean isLast = sw1 != 0x61 && (sw1 != 0x6C || !hasLe(command) || whole.size() > 0 || answer.length > 2);
            whole.write(answer, 0, isLast ? answer.length : answer.length - 2);
            Arrays.fill(answer, (byte) 0);
            if (isLast) {
                return whole.toByteArray();
            }
            if (sw1 == 0x61) {
                command = getResponse(own[0], sw2);
            } else {
                command[command.length - 1] = sw2;
            }
        }
        throw new IOException("the card answers without end");
    }

    /** Of the interindustry class also behind a proprietary command: PBOC cards know no other GET RESPONSE. */
    private static byte[] getResponse(byte instructionClass, byte length) {
        byte channel = instructionClass < 0 ? 0 : (byte) (instructionClass & 0x03);
        return new byte[] {channel, (byte) 0xC0, 0, 0, length};
    }

    private static boolean hasLe(byte[] command) {
        return command.length == 5 || (command.length > 5 && command.length == 6 + (command[4] & 0xFF));
    }

    /** By buffers, not by CommandAPDU, which keeps copies that cannot be wiped; one short-lived copy inside the JDK stays. */
    private byte[] transmitOnce(byte[] command) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        try {
            card.getBasicChannel().transmit(ByteBuffer.wrap(command), answer);
        } catch (CardException | IllegalStateException | BufferOverflowException e) {
            if (isGone()) {
                throw new CardRemovedException("the card was pulled out", e);
            }
            throw translate("the card did not answer", e);
        }
        if (answer.position() < 2) {
            // pcscd passes on an empty answer when the card is pulled just then
            String what = "the card answered " + answer.position() + " bytes";
            throw isGone() ? new CardRemovedException(what, null) : new IOException(what);
        }
        byte[] bytes = Arrays.copyOf(answer.array(), answer.position());
        Arrays.fill(answer.array(), (byte) 0);
        return bytes;
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
