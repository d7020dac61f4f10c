package io.changbai.identity;

import java.util.List;

/**
 * Who is claimed to stand here, as the platform knows them. Kept in memory for one visit.
 *
 * @param personId opaque handle of this visit
 * @param maskedName for the screen
 * @param maskedNumber for the screen
 * @param insurances {@code PENSION}, {@code MEDICAL}, {@code UNEMPLOYMENT}
 * @param earliestMonth {@code yyyy-MM}, or null when there is no contribution
 * @param latestMonth {@code yyyy-MM}, or null
 * @param way how the claim was made
 */
public record Person(
        String personId,
        String maskedName,
        String maskedNumber,
        List<String> insurances,
        String earliestMonth,
        String latestMonth,
        boolean pensioner,
        ClaimWay way) {
    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
