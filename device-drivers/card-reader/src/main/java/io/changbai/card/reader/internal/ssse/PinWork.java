package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One command with a PIN on one powered card. Once a PIN has left for the card nothing is repeated; a write whose answer
 * did not come leaves the card {@link #torn}.
 */
abstract class PinWork implements CardWork<CardPinResult> {

    private volatile boolean sent;
    private volatile Cancellation cancellation = () -> false;
    private String torn;

    /** What is done once the application is selected. */
    abstract CardPinResult at(SsseApplication card, CardSession session) throws IOException;

    /** A command nobody wants any more sends no PIN, even when the reader lets go only then. */
    final PinWork under(Cancellation command) {
        cancellation = command;
        return this;
    }

    @Override
    public final CardPinResult run(CardSession session) throws IOException {
        try (SsseApplication card = new SsseApplication(session)) {
            CardStatus selected = card.select();
            return selected == CardStatus.OK ? at(card, session) : notSelected(selected, session);
        }
    }

    private static CardPinResult notSelected(CardStatus status, CardSession session) throws IOException {
        return SsseReading.notSelected(status, session) instanceof SocialCardResult.Refused refused
                ? new CardPinResult.Refused(refused.why())
                : new CardPinResult.Unreadable(Trouble.DAMAGED);
    }

    /** Whether a PIN or a write has left for the card. Any thread. */
    final boolean isSent() {
        return sent;
    }

    /** The card that may or may not have changed. */
    final Optional<String> torn() {
        return Optional.ofNullable(torn);
    }

    /** Sends a command that spends a try. The command is wiped. */
    final byte[] spend(CardSession session, byte[] command) throws IOException {
        sent = true; // before the look, so that whoever cancels in between takes it for sent
        try {
            if (cancellation.isCancelled()) {
                throw new IOException("nobody wants it any more");
            }
            return session.transmit(command);
        } finally {
            Arrays.fill(command, (byte) 0);
        }
    }

    /** Sends a command that changes the card. It stays {@link #torn} unless the card says what became of it. */
    final byte[] write(CardSession session, byte[] command, String cardId) throws IOException {
        torn = cancellation.isCancelled() ? null : cardId;
        byte[] answer = spend(session, command);
        CardStatus status = CardStatus.of(answer);
        boolean isVague = status == CardStatus.OTHER || status.reaction() == CardStatus.Reaction.DAMAGED;
        if (!isVague) {
            torn = null;
        }
        return answer;
    }

    /** The card's identification, by which it is known again. */
    static Optional<String> cardId(SsseApplication card) throws IOException {
        card.read(SsseField.File.ISSUER, List.of(SsseField.CARD_ID));
        return card.decoder().cardId();
    }

    /** What the card said to a PIN. */
    static CardPinResult said(byte[] answer, CardPinResult otherwise) {
        return switch (CardStatus.of(answer)) {
            case OK -> new CardPinResult.Done();
            case TRIES_LEFT ->
                CardStatus.triesLeft(answer) == 0
                        ? new CardPinResult.Blocked()
                        : new CardPinResult.Wrong(OptionalInt.of(CardStatus.triesLeft(answer)));
            case AUTHENTICATION_FAILED -> new CardPinResult.Wrong(OptionalInt.empty());
            case BLOCKED -> new CardPinResult.Blocked();
            default -> otherwise;
        };
    }

    /** Only a card that was still sliding in: a PIN is never sent twice. */
    @Override
    public final boolean isWorthAnotherTry(CardPinResult result) {
        return !sent && result instanceof CardPinResult.Unreadable;
    }

    @Override
    public CardPinResult mute() {
        return new CardPinResult.Unreadable(Trouble.MUTE);
    }

    @Override
    public CardPinResult silent() {
        return new CardPinResult.Unreadable(Trouble.GARBLED);
    }

    @Override
    public CardPinResult removed() {
        return new CardPinResult.Removed();
    }

    @Override
    public CardPinResult noCard() {
        return new CardPinResult.NoCard();
    }

    @Override
    public CardPinResult cancelled() {
        return new CardPinResult.Cancelled();
    }

    @Override
    public CardPinResult failed(DeviceFault fault) {
        return new CardPinResult.Failed(fault);
    }
}
