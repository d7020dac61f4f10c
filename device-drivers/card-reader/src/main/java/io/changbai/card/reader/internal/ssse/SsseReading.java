package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.SocialCard;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One reading of one powered card: the application, its issuer file EF05, its holder file EF06.
 *
 * <pre>
 *   SELECT SSSE ──► EF05 ──version below 3──► EF06 ──► card
 *   each file: by tag; where the card does not know that way, by number, going by the tags that come back
 * </pre>
 */
final class SsseReading {

    /** More records than any generation has in these files. */
    private static final int MAX_RECORDS = 16;

    private static final Optional<SocialCardResult> GO_ON = Optional.empty();

    private final CardSession session;
    private final Map<Integer, byte[]> values = new HashMap<>();

    SsseReading(CardSession session) {
        this.session = session;
    }

    /**
     * Read, refused or unreadable.
     *
     * @throws IOException card or reader went away, or the card fell silent
     */
    SocialCardResult run() throws IOException {
        try {
            Optional<SocialCardResult> end = selectApplication();
            if (end.isEmpty()) {
                end = readFile(SsseField.File.ISSUER);
            }
            if (end.isEmpty()) {
                end = refuseGenerationThree();
            }
            if (end.isEmpty()) {
                end = readFile(SsseField.File.HOLDER);
            }
            return end.orElseGet(this::decode);
        } finally {
            values.values().forEach(value -> Arrays.fill(value, (byte) 0));
        }
    }

    private Optional<SocialCardResult> selectApplication() throws IOException {
        CardStatus status = CardStatus.of(session.transmit(Apdu.selectSsse()));
        return switch (status) {
            case OK -> GO_ON;
            case LOCKED, DAMAGED -> end(status);
            default -> refused(Refusal.NOT_A_SOCIAL_CARD);
        };
    }

    /** Its holder file opens only to a terminal with keys; do not even knock. */
    private Optional<SocialCardResult> refuseGenerationThree() {
        return new SsseDecoder(values).specVersion().startsWith("3") ? refused(Refusal.NEEDS_AUTHENTICATION) : GO_ON;
    }

    private SocialCardResult decode() {
        Optional<SocialCard> card = new SsseDecoder(values).card(session.atr());
        return card.isPresent() ? new SocialCardResult.Read(card.get()) : new SocialCardResult.Unreadable();
    }

    private Optional<SocialCardResult> readFile(SsseField.File file) throws IOException {
        CardStatus status = CardStatus.of(session.transmit(Apdu.selectFile(0x02, file.id())));
        if (status != CardStatus.OK) {
            status = CardStatus.of(session.transmit(Apdu.selectFile(0x00, file.id())));
        }
        return status == CardStatus.OK ? readByTag(file) : end(status);
    }

    private Optional<SocialCardResult> readByTag(SsseField.File file) throws IOException {
        boolean first = true;
        for (SsseField field : SsseField.of(file)) {
            byte[] answer = session.transmit(Apdu.readByTag(field.tag()));
            CardStatus status = CardStatus.of(answer);
            Optional<SsseRecord> record = SsseRecord.decode(answer);
            boolean isIt = status == CardStatus.OK
                    && record.isPresent()
                    && record.get().tag() == field.tag();
            boolean isAbsent = status == CardStatus.NO_RECORD || status == CardStatus.OTHER_ADDRESSING;
            if (isIt) {
                values.put(field.tag(), record.get().value());
            } else if (first && (isAbsent || status == CardStatus.OK)) {
                return readByNumber();
            } else if (!isAbsent) {
                return end(status);
            }
            first = false;
        }
        return GO_ON;
    }

    private Optional<SocialCardResult> readByNumber() throws IOException {
        for (int number = 1; number <= MAX_RECORDS; number++) {
            byte[] answer = session.transmit(Apdu.readByNumber(number));
            CardStatus status = CardStatus.of(answer);
            if (status == CardStatus.NO_RECORD || status == CardStatus.OTHER_ADDRESSING) {
                return number > 1 ? GO_ON : end(status);
            }
            Optional<SsseRecord> record = SsseRecord.decode(answer);
            if (status != CardStatus.OK || record.isEmpty()) {
                return end(status);
            }
            values.put(record.get().tag(), record.get().value());
        }
        return GO_ON;
    }

    private static Optional<SocialCardResult> end(CardStatus status) {
        return switch (status) {
            case NEEDS_AUTHENTICATION -> refused(Refusal.NEEDS_AUTHENTICATION);
            case LOCKED -> refused(Refusal.LOCKED);
            default -> Optional.of(new SocialCardResult.Unreadable());
        };
    }

    private static Optional<SocialCardResult> refused(Refusal why) {
        return Optional.of(new SocialCardResult.Refused(why));
    }
}
