package io.changbai.resident.services.internal;

import io.changbai.identity.Person;
import io.changbai.resident.services.Performance.Choice;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of whole months, both ends included. As a choice it is written {@code yyyy-MM/yyyy-MM}, so that what a person
 * picked says by itself what they get.
 */
record Period(YearMonth from, YearMonth to) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2})/(\\d{4}-\\d{2})");

    static Optional<Period> parse(String value) {
        Matcher written = WRITTEN.matcher(value == null ? "" : value);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            Period period = new Period(YearMonth.parse(written.group(1)), YearMonth.parse(written.group(2)));
            return period.from.isAfter(period.to) ? Optional.empty() : Optional.of(period);
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    String value() {
        return from + "/" + to;
    }

    /** For the screen; reads the same in every language. */
    String shown() {
        return from + " – " + to;
    }

    /** {@code 2023年11月至2026年10月}, as certificates say it. */
    String inChinese() {
        return chinese(from) + "至" + chinese(to);
    }

    static String chinese(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /**
     * The periods to offer, the usual one first. The last months end with the newest month the platform knows, not with
     * today: this month's contribution is booked only next month. Never before the first contribution, never twice the
     * same span, none at all for people without contributions.
     */
    static List<Choice> choices(Person person, YearMonth today) {
        if (person.earliestMonth() == null || person.latestMonth() == null) {
            return List.of(choice(new Period(today.minusMonths(11), today), "最近12个月", "Last 12 months"));
        }
        YearMonth first = YearMonth.parse(person.earliestMonth());
        YearMonth last = earlier(YearMonth.parse(person.latestMonth()), today);
        List<Choice> choices = new ArrayList<>();
        add(choices, first, new Period(last.minusMonths(11), last), "最近12个月", "Last 12 months");
        add(choices, first, new Period(last.minusMonths(35), last), "最近36个月", "Last 36 months");
        add(choices, first, new Period(YearMonth.of(today.getYear(), 1), last), "今年", "This year");
        add(choices, first, new Period(first, last), "全部", "Everything");
        return List.copyOf(choices);
    }

    private static void add(List<Choice> choices, YearMonth first, Period wished, String chinese, String english) {
        Period period = new Period(first.isAfter(wished.from) ? first : wished.from, wished.to);
        boolean empty = period.from.isAfter(period.to);
        boolean known = choices.stream().anyMatch(choice -> choice.value().equals(period.value()));
        if (!empty && !known) {
            choices.add(choice(period, chinese, english));
        }
    }

    private static Choice choice(Period period, String chinese, String english) {
        return new Choice(
                period.value(),
                Map.of(
                        "zh-CN", chinese + "（" + period.inChinese() + "）",
                        "en", english + " (" + period.shown() + ")"));
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
