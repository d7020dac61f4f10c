package io.changbai.card.reader.internal;

import java.util.regex.Pattern;

/** The check digit of citizen numbers: GB 11643, which is ISO 7064 MOD 11-2. */
public final class CheckDigit {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CheckDigit() {}

    /** True when {@code number} has 18 characters and the last one follows from the others. */
    public static boolean isRight(String number) {
        if (!FORM.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.charAt(17) == CHECKS.charAt(sum % 11);
    }
}
