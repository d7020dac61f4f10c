package io.changbai.sandbox.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One invented person. The fields before the contributions are what {@code residents.json} holds for the bench.
 *
 * @param key stable name for scripts and the face's QR code, for example {@code wang-min}
 * @param sex 1 man, 2 woman (GB/T 2261.1)
 * @param nation two digits (GB 3304)
 * @param born ISO date
 * @param validTo ISO date; null means 长期
 */
record Resident(
        String key,
        String name,
        String number,
        String sex,
        String nation,
        String born,
        String address,
        String issuer,
        String validFrom,
        String validTo,
        boolean pensioner,
        SocialCard socialCard,
        String eCardCode,
        @JsonIgnore List<Contribution> contributions) {

    /** As on the chip. @param cardId 32 hex digits */
    record SocialCard(
            String specVersion, String regionCode, String cardNumber, String cardId, String issuedOn, String validTo) {}

    /** One insurance at one employer with one base, month after month. */
    record Contribution(String insurance, String employer, YearMonth from, YearMonth to, long baseFen) {}

    /** 王*民; two-character names show the first only. */
    String maskedName() {
        int[] points = name.codePoints().toArray();
        String first = Character.toString(points[0]);
        return points.length == 2
                ? first + "*"
                : first + "*".repeat(points.length - 2) + Character.toString(points[points.length - 1]);
    }

    List<String> insurances() {
        return contributions.stream().map(Contribution::insurance).distinct().toList();
    }

    Optional<YearMonth> earliest() {
        return contributions.stream().map(Contribution::from).min(Comparator.naturalOrder());
    }

    Optional<YearMonth> latest() {
        return contributions.stream().map(Contribution::to).max(Comparator.naturalOrder());
    }

    @Override
    public String toString() {
        return "Resident[" + key + "]";
    }
}
