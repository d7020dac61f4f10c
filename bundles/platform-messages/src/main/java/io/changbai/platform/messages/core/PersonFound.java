package io.changbai.platform.messages.core;

import java.util.List;

/**
 * The person the platform knows by a claim.
 *
 * @param personId opaque handle for later questions of this visit; valid 15 minutes
 * @param maskedName for the screen, for example {@code 王*民}
 * @param maskedNumber for the screen, for example {@code 890***********1234}
 * @param insurances kinds this person has contributed to: {@code PENSION}, {@code MEDICAL}, {@code UNEMPLOYMENT}
 * @param earliestMonth first month with a contribution, {@code yyyy-MM}; null when there is none
 * @param latestMonth last month with a contribution, {@code yyyy-MM}; null when there is none
 * @param pensioner whether a pension is paid to this person
 */
public record PersonFound(
        String personId,
        String maskedName,
        String maskedNumber,
        List<String> insurances,
        String earliestMonth,
        String latestMonth,
        boolean pensioner) {
    @Override
    public String toString() {
        return "PersonFound[redacted]";
    }
}
