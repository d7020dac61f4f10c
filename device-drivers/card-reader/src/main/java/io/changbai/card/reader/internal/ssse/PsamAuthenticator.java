package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.TerminalAuthenticator;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keys in a security module (PSAM) in a second slot: it is told card, city and processing factor and derives the card's
 * key from its own, then enciphers. The key never leaves it.
 *
 * <p>Commands as seen in the field: BF DE diversifies, 80 FA enciphers. Which key of the module P1 and P2 name differs
 * between issuers, hence it is configured.
 */
final class PsamAuthenticator implements TerminalAuthenticator {

    private static final byte[] APPLICATION = HexFormat.of().parseHex("D15600000590");
    /** "sx", which completes the six digits of the city to a block. */
    private static final byte[] CITY_END = {0x73, 0x78};

    private static final int BLOCK = 8;

    private final CardSlot slot;
    private final int key;

    /** @param key P1 and P2 of the diversification */
    PsamAuthenticator(CardSlot slot, int key) {
        this.slot = slot;
        this.key = key;
    }

    @Override
    public CompletionStage<Answer> answer(Question question) {
        try (CardSession module = slot.connect()) {
            select(module);
            byte[] internal = encipher(module, question, question.inFactor(), question.inRandom());
            byte[] external = encipher(module, question, question.exFactor(), question.exRandom());
            return CompletableFuture.completedFuture(new Answer(internal, external));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void select(CardSession module) throws IOException {
        CardStatus status = CardStatus.of(module.transmit(Apdu.select(APPLICATION)));
        if (status != CardStatus.OK) {
            throw new IOException("the module in the second slot is no PSAM: " + status);
        }
    }

    private byte[] encipher(CardSession module, Question question, byte[] factor, byte[] random) throws IOException {
        byte[] cardId = HexFormat.of().parseHex(question.cardId());
        byte[] cardFactor = Arrays.copyOfRange(cardId, cardId.length - BLOCK, cardId.length);
        byte[] city = Apdu.join(question.regionCode().getBytes(StandardCharsets.US_ASCII), CITY_END);
        CardStatus derived = CardStatus.of(
                module.transmit(Apdu.command(0xBF, 0xDE, key >> 8, key & 0xFF, Apdu.join(cardFactor, city, factor))));
        if (derived != CardStatus.OK) {
            throw new IOException("the PSAM has no such key: " + derived);
        }
        byte[] answer = module.transmit(Apdu.expecting(Apdu.command(0x80, 0xFA, 0x00, 0x00, random)));
        if (CardStatus.of(answer) != CardStatus.OK || answer.length != BLOCK + 2) {
            throw new IOException("the PSAM does not encipher: " + CardStatus.of(answer));
        }
        return Arrays.copyOf(answer, BLOCK);
    }
}
