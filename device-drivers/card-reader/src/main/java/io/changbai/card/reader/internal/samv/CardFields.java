package io.changbai.card.reader.internal.samv;

import io.changbai.card.reader.internal.CheckDigit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields that several layouts share, and what each must look like. */
final class CardFields {

    static final Place VALID_FROM = new Place(188, 16);
    static final Place VALID_TO = new Place(204, 16);

    private static final Pattern SEX = Pattern.compile("[0129]?");

    private CardFields() {}

    static String sex(Place place, byte[] text) throws BrokenRecordException {
        String sex = place.in(text);
        require(SEX.matcher(sex).matches(), "the sex");
        return sex;
    }

    static LocalDate date(Place place, byte[] text) throws BrokenRecordException {
        return date(place.in(text));
    }

    static LocalDate validFrom(byte[] text) throws BrokenRecordException {
        return date(VALID_FROM, text);
    }

    /** Empty for 长期, without end. */
    static Optional<LocalDate> validTo(byte[] text) throws BrokenRecordException {
        String end = VALID_TO.in(text);
        return end.equals("长期") ? Optional.empty() : Optional.of(date(end));
    }

    /** A number whose last character follows from the others. */
    static String checkedNumber(Place place, Pattern form, byte[] text) throws BrokenRecordException {
        String number = place.in(text);
        require(CheckDigit.isRight(number), "the number's check digit");
        require(form.matcher(number).matches(), "a number this kind of card cannot have");
        return number;
    }

    static String name(String name) throws BrokenRecordException {
        require(!name.isBlank(), "the name");
        return name;
    }

    static void require(boolean holds, String what) throws BrokenRecordException {
        if (!holds) {
            throw new BrokenRecordException(what);
        }
    }

    private static LocalDate date(String text) throws BrokenRecordException {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new BrokenRecordException("a date");
        }
    }
}
