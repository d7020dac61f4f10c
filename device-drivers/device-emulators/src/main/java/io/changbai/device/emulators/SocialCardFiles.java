package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.emulators.internal.chip.RecordFile;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/** Lays a card's data out in its two files: EF05 the issuer's, EF06 the holder's. */
final class SocialCardFiles {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int NAME = 30;
    private static final int NAME_EXTENSION = 20;

    private SocialCardFiles() {}

    static RecordFile issuer(SyntheticSocialCard card) {
        return new RecordFile()
                .with(0x01, HexFormat.of().parseHex(card.cardId()))
                .with(0x02, ascii("1", 1))
                .with(0x03, ascii(card.generation().text(), 4))
                .with(0x04, RecordFile.bcd(card.region() + "000000000000000000", 12))
                .with(0x05, date(card.issuedOn()))
                .with(0x06, date(card.validTo()))
                .with(0x07, ascii(card.cardNumber(), 9));
    }

    static RecordFile holder(SyntheticSocialCard card) {
        byte[] name = card.name().getBytes(GB18030);
        RecordFile file = new RecordFile().with(0x08, ascii(card.number(), 18)).with(0x09, Arrays.copyOf(name, NAME));
        if (card.generation() != Generation.V1_00) {
            byte[] rest = name.length > NAME ? Arrays.copyOfRange(name, NAME, NAME + NAME_EXTENSION) : new byte[0];
            file.with(0x4E, Arrays.copyOf(rest, NAME_EXTENSION));
        }
        return file.with(0x0A, ascii(card.sex(), 1))
                .with(0x0B, RecordFile.bcd(card.nation(), 1))
                .with(0x0C, RecordFile.bcd(card.region(), 3))
                .with(0x0D, date(card.born()));
    }

    private static byte[] date(LocalDate date) {
        return RecordFile.bcd(date.format(DateTimeFormatter.BASIC_ISO_DATE), 4);
    }

    private static byte[] ascii(String text, int length) {
        return Arrays.copyOf(text.getBytes(US_ASCII), length);
    }
}
