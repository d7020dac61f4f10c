package io.changbai.card.reader.internal.ssse;

import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The payment application on a chip (PBOC, which is EMV): whether there is one, and the last four digits of its card number.
 * No cryptogram is ever asked for, and neither tracks nor names are kept: each record is wiped once it was looked through.
 *
 * <pre>
 *   1PAY.SYS.DDF01, 2PAY.SYS.DDF01 or the UnionPay names ──► SELECT ──► GPO (PDOL in zeros) ──► AFL ──► 5A or 57
 * </pre>
 */
final class PaymentApplication {

    private static final byte[] CONTACT_DIRECTORY = "1PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTACTLESS_DIRECTORY = "2PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);
    /** UnionPay debit, credit, quasi-credit, electronic cash. */
    private static final List<byte[]> UNION_PAY = List.of(
            HexFormat.of().parseHex("A000000333010101"),
            HexFormat.of().parseHex("A000000333010102"),
            HexFormat.of().parseHex("A000000333010103"),
            HexFormat.of().parseHex("A000000333010106"));

    private static final int NAME_OF_APPLICATION = 0x4F;
    private static final int SHORT_FILE = 0x88;
    private static final int PDOL = 0x9F38;
    private static final int AFL = 0x94;
    private static final int OPTIONS_WITHOUT_TAGS = 0x80;
    private static final int CARD_NUMBER = 0x5A;
    private static final int TRACK_2 = 0x57;

    /** No card has more; a hostile one is not followed further. */
    private static final int MAX_RECORDS = 24;

    private final CardSession session;
    private int recordsLeft = MAX_RECORDS;

    PaymentApplication(CardSession session) {
        this.session = session;
    }

    /** Whether a payment application is on the card; asks for names only. */
    static boolean isOn(CardSession session) throws IOException {
        for (byte[] name : List.of(CONTACT_DIRECTORY, CONTACTLESS_DIRECTORY, UNION_PAY.get(0), UNION_PAY.get(1))) {
            if (CardStatus.of(session.transmit(Apdu.select(name))) == CardStatus.OK) {
                return true;
            }
        }
        return false;
    }

    /** Four digits; empty when there is no account, or it does not show its number. */
    Optional<String> lastFour() throws IOException {
        Optional<byte[]> fci = selectApplication();
        if (fci.isEmpty()) {
            return Optional.empty();
        }
        byte[] options = ask(processingOptions(Ber.find(fci.get(), PDOL).orElse(new byte[0])));
        Optional<String> inOptions = digits(options.clone()); // some contactless cards answer with it at once
        return inOptions.isPresent() ? inOptions : lastFourInFiles(filesOf(options));
    }

    private Optional<byte[]> selectApplication() throws IOException {
        for (byte[] directory : List.of(CONTACT_DIRECTORY, CONTACTLESS_DIRECTORY)) {
            byte[] fci = ask(Apdu.select(directory));
            Optional<byte[]> name = Ber.find(fci, NAME_OF_APPLICATION);
            if (name.isEmpty() && fci.length > 0) {
                int file = Ber.find(fci, SHORT_FILE)
                        .filter(f -> f.length == 1)
                        .map(f -> f[0] & 0x1F)
                        .orElse(1);
                name = Ber.find(ask(Apdu.readByNumber(1, file)), NAME_OF_APPLICATION);
            }
            boolean isName = name.isPresent() && name.get().length >= 5 && name.get().length <= 16;
            byte[] application = isName ? ask(Apdu.select(name.get())) : new byte[0];
            if (application.length > 0) {
                return Optional.of(application);
            }
        }
        for (byte[] name : UNION_PAY) {
            byte[] application = ask(Apdu.select(name));
            if (application.length > 0) {
                return Optional.of(application);
            }
        }
        return Optional.empty();
    }

    /**
     * GET PROCESSING OPTIONS with everything the card wants to know in zeros, but country and currency China and transaction
     * type "inquiry": cards refuse without these.
     */
    static byte[] processingOptions(byte[] pdol) {
        byte[] body = Pdol.fill(pdol);
        byte[] template = {(byte) 0x83, (byte) body.length};
        return Apdu.expecting(Apdu.command(0x80, 0xA8, 0x00, 0x00, Apdu.join(template, body)));
    }

    /** Application file locator: groups of four bytes. */
    private static byte[] filesOf(byte[] options) {
        Optional<byte[]> plain = Ber.find(options, OPTIONS_WITHOUT_TAGS);
        if (plain.isPresent()) {
            byte[] value = plain.get();
            return value.length > 2 ? Arrays.copyOfRange(value, 2, value.length) : new byte[0];
        }
        return Ber.find(options, AFL).orElse(new byte[0]);
    }

    private Optional<String> lastFourInFiles(byte[] files) throws IOException {
        for (int at = 0; at + 4 <= files.length; at += 4) {
            int file = (files[at] & 0xFF) >> 3;
            for (int number = files[at + 1] & 0xFF; number <= (files[at + 2] & 0xFF); number++) {
                if (recordsLeft-- <= 0) {
                    return Optional.empty();
                }
                Optional<String> found = digits(ask(Apdu.readByNumber(number, file)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> digits(byte[] record) {
        try {
            Optional<byte[]> number = Ber.find(record, CARD_NUMBER);
            byte[] packed = number.or(() -> Ber.find(record, TRACK_2)).orElse(new byte[0]);
            Optional<String> four = LastFour.of(packed);
            Arrays.fill(packed, (byte) 0);
            return four;
        } finally {
            Arrays.fill(record, (byte) 0);
        }
    }

    /** Data of a good answer; nothing for any other. */
    private byte[] ask(byte[] command) throws IOException {
        byte[] answer = session.transmit(command);
        boolean good = CardStatus.of(answer) == CardStatus.OK;
        byte[] data = good ? Arrays.copyOf(answer, answer.length - 2) : new byte[0];
        Arrays.fill(answer, (byte) 0);
        return data;
    }
}
