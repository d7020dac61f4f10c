package io.changbai.card.reader.internal.ssse;

import io.changbai.card.reader.internal.ssse.CardStatus.Reaction;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.SocialCard;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads issuer and holder of one powered card.
 *
 * <pre>
 *   SELECT SSSE ──► EF05 ──version below 3──────────────────► EF06 ──► card
 *                        └─ version 3 ──► authenticate once ──► EF06
 *                                              EF06 closed ──► authenticate once ──► EF06
 * </pre>
 */
final class SsseReading implements CardWork<SocialCardResult> {

    private final MutualAuthentication authentication;

    /** @param authentication opens holder data that need it */
    SsseReading(MutualAuthentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public SocialCardResult run(CardSession session) throws IOException {
        try (SsseApplication card = new SsseApplication(session)) {
            CardStatus selected = card.select();
            if (selected != CardStatus.OK) {
                return notSelected(selected, session);
            }
            CardStatus issuer = card.read(SsseField.File.ISSUER);
            if (issuer != CardStatus.OK) {
                return issuer.end();
            }
            return readHolder(card, session);
        }
    }

    /** Locked, damaged, a bank's, or simply another card. */
    static SocialCardResult notSelected(CardStatus status, CardSession session) throws IOException {
        if (status.reaction() == Reaction.LOCKED || status.reaction() == Reaction.DAMAGED) {
            return status.end();
        }
        boolean ofABank = PaymentApplication.isOn(session);
        return new SocialCardResult.Refused(ofABank ? Refusal.BANK_CARD : Refusal.NOT_A_SOCIAL_CARD);
    }

    private SocialCardResult readHolder(SsseApplication card, CardSession session) throws IOException {
        boolean knocked = card.decoder().specVersion().startsWith("3");
        Optional<Refusal> refused = knocked ? authentication.run(card, session) : Optional.empty();
        CardStatus holder = refused.isPresent() ? CardStatus.OK : card.read(SsseField.File.HOLDER);
        if (holder.reaction() == Reaction.AUTHENTICATE && !knocked) {
            refused = authentication.run(card, session);
            holder = refused.isPresent() ? CardStatus.OK : card.read(SsseField.File.HOLDER);
        }
        if (refused.isPresent()) {
            return new SocialCardResult.Refused(refused.get());
        }
        return holder == CardStatus.OK ? decode(card) : holder.end();
    }

    private static SocialCardResult decode(SsseApplication card) {
        Optional<SocialCard> decoded = card.decoder().card(card.atr());
        return decoded.<SocialCardResult>map(SocialCardResult.Read::new)
                .orElseGet(() -> new SocialCardResult.Unreadable(Trouble.GARBLED));
    }

    /** A second try helps where the card was still sliding in at the first; a refusal would be the same again. */
    @Override
    public boolean isWorthAnotherTry(SocialCardResult result) {
        return result instanceof SocialCardResult.Unreadable;
    }

    @Override
    public SocialCardResult mute() {
        return new SocialCardResult.Unreadable(Trouble.MUTE);
    }

    @Override
    public SocialCardResult silent() {
        return new SocialCardResult.Unreadable(Trouble.GARBLED);
    }

    @Override
    public SocialCardResult removed() {
        return new SocialCardResult.Removed();
    }

    @Override
    public SocialCardResult noCard() {
        return new SocialCardResult.NoCard();
    }

    @Override
    public SocialCardResult cancelled() {
        return new SocialCardResult.Cancelled();
    }

    @Override
    public SocialCardResult failed(DeviceFault fault) {
        return new SocialCardResult.Failed(fault);
    }
}
