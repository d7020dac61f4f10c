package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.PermanentResidentCard2017;
import java.util.regex.Pattern;

/** The foreigner's permanent resident card of 2017, flag {@code I}. */
final class PermanentLayout2017 {

    static final Place ENGLISH_NAME = new Place(0, 120);
    static final Place SEX = new Place(120, 2);
    static final Place NUMBER = new Place(122, 30);
    static final Place NATIONALITY = new Place(152, 6);
    static final Place CHINESE_NAME = new Place(158, 30);
    static final Place BORN = new Place(220, 16);
    static final Place VERSION = new Place(236, 4);
    static final Place AUTHORITY = new Place(240, 8);

    private static final Pattern FORM = Pattern.compile("[A-Z]{3}[0-9]{12}");

    private PermanentLayout2017() {}

    static PermanentResidentCard2017 decode(byte[] text, byte[] photo) throws BrokenRecordException {
        String number = NUMBER.in(text);
        CardFields.require(FORM.matcher(number).matches(), "the number's form");
        PermanentResidentCard2017 card = new PermanentResidentCard2017(
                ENGLISH_NAME.in(text),
                CHINESE_NAME.in(text),
                CardFields.sex(SEX, text),
                number,
                NATIONALITY.in(text),
                CardFields.date(BORN, text),
                CardFields.validFrom(text),
                CardFields.validTo(text),
                VERSION.in(text),
                AUTHORITY.in(text),
                photo);
        CardFields.name(card.name());
        return card;
    }
}
