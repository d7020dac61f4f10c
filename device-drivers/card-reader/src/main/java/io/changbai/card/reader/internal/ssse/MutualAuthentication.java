package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.card.TerminalAuthenticator;
import io.changbai.device.api.card.TerminalAuthenticator.Answer;
import io.changbai.device.api.card.TerminalAuthenticator.Question;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the holder's data of a card: the card proves itself to the terminal, then the terminal to the card. Once per
 * reading; a wrong cipher costs the card a try of its key, so nothing is repeated.
 *
 * <pre>
 *   INTERNAL AUTH ──► GET CHALLENGE ──► ask the authenticator ──► same cipher? ──► EXTERNAL AUTH ──► open
 *                                           none, late, fails          no
 *                                      NEEDS_AUTHENTICATION       NOT_GENUINE       AUTHENTICATION_FAILED
 * </pre>
 *
 * The challenge comes last before the answer is used: it dies with the next command.
 */
final class MutualAuthentication {

    private static final Logger LOG = LoggerFactory.getLogger(MutualAuthentication.class);
    private static final int BLOCK = 8;
    private static final int REGION_DIGITS = 6;

    private final Supplier<Optional<TerminalAuthenticator>> authenticator;
    private final Patience patience;
    private final SecureRandom random = new SecureRandom();

    /** @param patience how long the authenticator may take */
    MutualAuthentication(Supplier<Optional<TerminalAuthenticator>> authenticator, Patience patience) {
        this.authenticator = authenticator;
        this.patience = patience;
    }

    /** Why the card stays closed; empty when it is open. */
    Optional<Refusal> run(SsseApplication card, CardSession session) throws IOException {
        Optional<TerminalAuthenticator> present = authenticator.get();
        String cardId = card.decoder().cardId().orElse("");
        if (present.isEmpty() || cardId.isEmpty()) {
            return Optional.of(Refusal.NEEDS_AUTHENTICATION);
        }
        byte[] inFactor = fresh();
        byte[] inRandom = fresh();
        byte[] exFactor = fresh();
        byte[] proof = data(session.transmit(Apdu.internalAuthenticate(inFactor, inRandom)));
        byte[] challenge = data(session.transmit(Apdu.getChallenge()));
        if (proof.length != BLOCK || challenge.length != BLOCK) {
            return Optional.of(Refusal.NEEDS_AUTHENTICATION);
        }
        Question question = new Question(
                cardId.substring(0, REGION_DIGITS),
                SsseDecoder.hex(card.atr()),
                card.algorithm(),
                cardId,
                inFactor,
                inRandom,
                exFactor,
                challenge);
        Optional<Answer> answer = patience.await(() -> present.get().answer(question));
        if (answer.isEmpty()) {
            return Optional.of(Refusal.NEEDS_AUTHENTICATION);
        }
        return prove(session, proof, answer.get(), exFactor);
    }

    private static Optional<Refusal> prove(CardSession session, byte[] proof, Answer answer, byte[] exFactor)
            throws IOException {
        try {
            if (!MessageDigest.isEqual(proof, answer.internal())) {
                LOG.warn("a card could not prove that it is genuine");
                return Optional.of(Refusal.NOT_GENUINE);
            }
            CardStatus status = CardStatus.of(session.transmit(Apdu.externalAuthenticate(answer.external(), exFactor)));
            if (status != CardStatus.OK) {
                LOG.warn("a card did not accept the terminal's key: {}", status);
                return Optional.of(Refusal.AUTHENTICATION_FAILED);
            }
            return Optional.empty();
        } finally {
            answer.wipe();
        }
    }

    private byte[] fresh() {
        byte[] block = new byte[BLOCK];
        random.nextBytes(block);
        return block;
    }

    private static byte[] data(byte[] answer) {
        return CardStatus.of(answer) == CardStatus.OK ? Arrays.copyOf(answer, answer.length - 2) : new byte[0];
    }
}
