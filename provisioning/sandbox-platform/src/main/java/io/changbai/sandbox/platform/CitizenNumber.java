package io.changbai.sandbox.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Citizen identity numbers (GB 11643): region, birth date, sequence, check digit. Ours lie in 89xxxx, which does not exist. */
final class CitizenNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432"; // ISO 7064 MOD 11-2, by remainder

    private CitizenNumber() {}

    /**
     * @param region six digits, 89xxxx
     * @param sequence 1 to 999; odd for men, even for women
     */
    static String of(String region, LocalDate born, int sequence) {
        if (!region.matches("89[0-9]{4}") || sequence < 1 || sequence > 999) {
            throw new IllegalArgumentException("not a synthetic region or no sequence");
        }
        String body = region + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
        return body + check(body);
    }

    /** @param body the first 17 digits */
    static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** First three and last four are shown. */
    static String masked(String number) {
        return number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }
}
