package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.ResidentCard;
import java.util.Optional;
import java.util.regex.Pattern;

/** The resident ID card (GA/T 490); its flag is blank. */
final class ResidentLayout {

    static final Place NAME = new Place(0, 30);
    static final Place SEX = new Place(30, 2);
    static final Place NATION = new Place(32, 4);
    static final Place BORN = new Place(36, 16);
    static final Place ADDRESS = new Place(52, 70);
    static final Place NUMBER = new Place(122, 36);
    static final Place ISSUER = new Place(158, 30);

    /** First digit 1 to 8; 810000, 820000 and 830000 are permits, 9 are foreigners, and those cards carry a flag. */
    private static final Pattern FORM = Pattern.compile("(?!8[123]0000)[1-8].{17}");

    private static final Pattern TWO_DIGITS_OR_BLANK = Pattern.compile("([0-9]{2})?");

    private ResidentLayout() {}

    static ResidentCard decode(byte[] text, byte[] photo) throws BrokenRecordException {
        String nation = NATION.in(text);
        CardFields.require(TWO_DIGITS_OR_BLANK.matcher(nation).matches(), "the nation");
        return new ResidentCard(
                CardFields.name(NAME.in(text)),
                CardFields.sex(SEX, text),
                nation,
                CardFields.date(BORN, text),
                ADDRESS.in(text),
                Optional.empty(),
                CardFields.checkedNumber(NUMBER, FORM, text),
                ISSUER.in(text),
                CardFields.validFrom(text),
                CardFields.validTo(text),
                photo);
    }
}
