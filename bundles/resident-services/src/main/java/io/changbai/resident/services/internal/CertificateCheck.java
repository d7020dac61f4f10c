package io.changbai.resident.services.internal;

import io.changbai.identity.Person;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.core.CertificateIssued;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets a certificate through only when it is whole and about the person who stands here. The platform is trusted to issue
 * rightly; an answer mixed up between two questions still must not reach paper.
 */
final class CertificateCheck {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final int MAX_ROWS = 2_000; // 40 years of monthly changes in three insurances fit

    private CertificateCheck() {}

    static CertificateIssued check(CertificateIssued issued, Person person) throws MalformedBodyException {
        boolean whole = Stream.of(
                                issued.number(),
                                issued.verifyUrl(),
                                issued.issuer(),
                                issued.name(),
                                issued.idNumber(),
                                issued.rows())
                        .allMatch(Objects::nonNull)
                && Wording.instant(issued.issuedAt()).isPresent()
                && isMonth(issued.fromMonth())
                && isMonth(issued.toMonth())
                && issued.rows().size() <= MAX_ROWS
                && issued.rows().stream().allMatch(CertificateCheck::isWhole);
        if (!whole) {
            throw new MalformedBodyException("CertificateIssued: not whole");
        }
        if (!agrees(person.maskedNumber(), issued.idNumber())) {
            throw new MalformedBodyException("CertificateIssued: about somebody else");
        }
        return issued;
    }

    private static boolean isWhole(CertificateIssued.Row row) {
        return row != null
                && row.insurance() != null
                && row.employer() != null
                && isMonth(row.fromMonth())
                && isMonth(row.toMonth())
                && row.months() >= 0
                && row.baseFen() >= 0;
    }

    private static boolean isMonth(String value) {
        return value != null && MONTH.matcher(value).matches();
    }

    /** What a mask shows at both ends must stand at both ends of the number. */
    private static boolean agrees(String masked, String number) {
        int first = masked.indexOf('*');
        if (first < 0) {
            return masked.equals(number);
        }
        return number.startsWith(masked.substring(0, first))
                && number.endsWith(masked.substring(masked.lastIndexOf('*') + 1));
    }
}
