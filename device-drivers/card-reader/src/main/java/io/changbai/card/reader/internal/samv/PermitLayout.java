package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.ResidencePermit;
import java.util.Optional;
import java.util.regex.Pattern;

/** The residence permit for Hong Kong, Macau and Taiwan people, flag {@code J}: as the resident card, and two more fields. */
final class PermitLayout {

    static final Place TRAVEL_PERMIT = new Place(220, 18);
    static final Place ISSUE = new Place(238, 4);

    private static final Pattern FORM = Pattern.compile("8[123]0000.{12}");

    private PermitLayout() {}

    static ResidencePermit decode(byte[] text, byte[] photo) throws BrokenRecordException {
        return new ResidencePermit(
                CardFields.name(ResidentLayout.NAME.in(text)),
                CardFields.sex(ResidentLayout.SEX, text),
                CardFields.date(ResidentLayout.BORN, text),
                ResidentLayout.ADDRESS.in(text),
                Optional.empty(),
                CardFields.checkedNumber(ResidentLayout.NUMBER, FORM, text),
                ResidentLayout.ISSUER.in(text),
                CardFields.validFrom(text),
                CardFields.validTo(text),
                TRAVEL_PERMIT.in(text),
                ISSUE.in(text),
                photo);
    }
}
