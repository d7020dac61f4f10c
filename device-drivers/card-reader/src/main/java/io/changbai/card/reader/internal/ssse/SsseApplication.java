package io.changbai.card.reader.internal.ssse;

import io.changbai.card.reader.internal.ssse.CardStatus.Reaction;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The social security application of one powered card: selecting it, reading records of its files.
 *
 * <pre>
 *   each file: SELECT, or by its short identifier where the card knows no SELECT of files
 *              by tag; where the card does not know that way, by number, going by the tags that come back
 * </pre>
 */
final class SsseApplication implements AutoCloseable {

    /** More records than any generation has in these files. */
    private static final int MAX_RECORDS = 16;

    /** The algorithm in the answer to SELECT: 9F0C, its length, 86 01 and one byte. */
    private static final byte[] ALGORITHM = {(byte) 0x86, 0x01};

    private static final int OLD_ALGORITHM = 1;

    private final CardSession session;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private int algorithm = OLD_ALGORITHM;
    private int shortFile;

    SsseApplication(CardSession session) {
        this.session = session;
    }

    CardStatus select() throws IOException {
        byte[] answer = session.transmit(Apdu.selectSsse());
        algorithm = algorithm(answer);
        return CardStatus.of(answer);
    }

    /** As the card names it; cards that name none are of the first generations. */
    int algorithm() {
        return algorithm;
    }

    /** The values read so far, by tag. */
    SsseDecoder decoder() {
        return new SsseDecoder(values);
    }

    byte[] atr() {
        return session.atr();
    }

    /** Reads every record of the file that the card has. */
    CardStatus read(SsseField.File file) throws IOException {
        return read(file, SsseField.of(file));
    }

    /** Reads these fields; a card that knows no identifiers reads them all. */
    CardStatus read(SsseField.File file, List<SsseField> fields) throws IOException {
        CardStatus status = CardStatus.of(session.transmit(Apdu.selectFile(0x02, file.id())));
        if (status != CardStatus.OK) {
            status = CardStatus.of(session.transmit(Apdu.selectFile(0x00, file.id())));
        }
        boolean readsUnselected =
                status.reaction() == Reaction.ABSENT || status.reaction() == Reaction.OTHER_ADDRESSING;
        if (status != CardStatus.OK && !readsUnselected) {
            return status;
        }
        shortFile = status == CardStatus.OK ? 0 : file.shortId();
        return readByTag(fields);
    }

    private CardStatus readByTag(List<SsseField> fields) throws IOException {
        boolean first = true;
        for (SsseField field : fields) {
            byte[] answer = readOne(field);
            CardStatus status = CardStatus.of(answer);
            Optional<SsseRecord> record = SsseRecord.decode(answer);
            boolean isIt = status == CardStatus.OK
                    && record.isPresent()
                    && record.get().tag() == field.tag();
            boolean isAbsent = status.reaction() == Reaction.ABSENT || status.reaction() == Reaction.OTHER_ADDRESSING;
            if (isIt) {
                values.put(field.tag(), record.get().value());
            } else if (first && (isAbsent || status == CardStatus.OK)) {
                return readByNumber();
            } else if (!isAbsent) {
                return status == CardStatus.OK ? CardStatus.OTHER : status;
            }
            first = false;
        }
        return CardStatus.OK;
    }

    /** With the length of the specification; a card whose record is longer may cut it there, and is asked for all of it. */
    private byte[] readOne(SsseField field) throws IOException {
        byte[] answer = session.transmit(Apdu.readByTag(field.tag(), shortFile, field.recordLength()));
        boolean isCut = CardStatus.of(answer) == CardStatus.OK
                && SsseRecord.decode(answer).isEmpty();
        return isCut ? session.transmit(Apdu.readByTag(field.tag(), shortFile, 0)) : answer;
    }

    private CardStatus readByNumber() throws IOException {
        for (int number = 1; number <= MAX_RECORDS; number++) {
            byte[] answer = session.transmit(Apdu.readByNumber(number, shortFile));
            CardStatus status = CardStatus.of(answer);
            if (status.reaction() == Reaction.ABSENT || status.reaction() == Reaction.OTHER_ADDRESSING) {
                return number > 1 ? CardStatus.OK : status;
            }
            Optional<SsseRecord> record = SsseRecord.decode(answer);
            if (status != CardStatus.OK || record.isEmpty()) {
                return status == CardStatus.OK ? CardStatus.OTHER : status;
            }
            values.put(record.get().tag(), record.get().value());
        }
        return CardStatus.OK;
    }

    private static int algorithm(byte[] fci) {
        for (int i = 0; i + 6 <= fci.length; i++) {
            boolean names = (fci[i] & 0xFF) == 0x9F
                    && fci[i + 1] == 0x0C
                    && Arrays.equals(ALGORITHM, Arrays.copyOfRange(fci, i + 3, i + 5));
            if (names) {
                return fci[i + 5] & 0xFF;
            }
        }
        return OLD_ALGORITHM;
    }

    /** Wipes what was read. */
    @Override
    public void close() {
        values.values().forEach(value -> Arrays.fill(value, (byte) 0));
        values.clear();
    }
}
