package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.PermanentResidentCard2023;
import java.util.regex.Pattern;

/** The foreigner's permanent resident card of 2023, flag {@code Y}: shaped like the resident card, the English name in two places. */
final class PermanentLayout2023 {

    static final Place CHINESE_NAME = new Place(0, 30);
    static final Place SEX = new Place(30, 2);
    static final Place RENEWALS = new Place(32, 4);
    static final Place BORN = new Place(36, 16);
    static final Place ENGLISH_NAME = new Place(52, 70);
    static final Place NUMBER = new Place(122, 36);
    static final Place REST_OF_ENGLISH_NAME = new Place(220, 22);
    static final Place NATIONALITY = new Place(242, 6);
    static final Place FORMER_NUMBER = new Place(250, 6);

    private static final Pattern FORM = Pattern.compile("9.{17}");

    private PermanentLayout2023() {}

    static PermanentResidentCard2023 decode(byte[] text, byte[] photo) throws BrokenRecordException {
        PermanentResidentCard2023 card = new PermanentResidentCard2023(
                CHINESE_NAME.in(text),
                ENGLISH_NAME.joined(REST_OF_ENGLISH_NAME, text),
                CardFields.sex(SEX, text),
                CardFields.checkedNumber(NUMBER, FORM, text),
                RENEWALS.in(text),
                NATIONALITY.in(text),
                CardFields.date(BORN, text),
                CardFields.validFrom(text),
                CardFields.validTo(text),
                FORMER_NUMBER.in(text),
                photo);
        CardFields.name(card.name());
        return card;
    }
}
