package io.changbai.resident.services.internal;

import io.changbai.identity.Person;
import io.changbai.resident.services.Performance.Choice;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of whole months, both ends included. Written {@code yyyy-MM/yyyy-MM}.
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
     * The periods to offer, the usual one first: {@code last-12}, {@code last-36}, {@code this-year}, {@code all}. They end
     * with the newest month the platform knows, not with today: this month's contribution is booked only next month. Never
     * before the first contribution, never twice the same span.
     */
    static List<Choice> choices(Person person, YearMonth today) {
        List<Choice> choices = new ArrayList<>();
        Set<Period> seen = new HashSet<>();
        for (Offer offer : offers(person, today)) {
            if (seen.add(offer.period)) {
                choices.add(offer.choice());
            }
        }
        return List.copyOf(choices);
    }

    /** The months behind a choice; what is no choice stays as it is. */
    static String resolve(Person person, YearMonth today, String choice) {
        return offers(person, today).stream()
                .filter(offer -> offer.name.equals(choice))
                .findFirst()
                .map(offer -> offer.period.value())
                .orElse(choice);
    }

    private record Offer(String name, Period period, String chinese, String english) {
        Choice choice() {
            return new Choice(
                    name,
                    Map.of(
                            "zh-CN", chinese + "（" + period.inChinese() + "）",
                            "en", english + " (" + period.shown() + ")"));
        }
    }

    private static List<Offer> offers(Person person, YearMonth today) {
        boolean none = person.earliestMonth() == null || person.latestMonth() == null;
        YearMonth last = none ? today : earlier(YearMonth.parse(person.latestMonth()), today);
        YearMonth first = none ? last.minusMonths(11) : YearMonth.parse(person.earliestMonth());
        return Stream.of(
                        new Offer("last-12", since(first, last.minusMonths(11), last), "最近12个月", "Last 12 months"),
                        new Offer("last-36", since(first, last.minusMonths(35), last), "最近36个月", "Last 36 months"),
                        new Offer("this-year", since(first, YearMonth.of(today.getYear(), 1), last), "今年", "This year"),
                        new Offer("all", new Period(first, last), "全部", "Everything"))
                .filter(offer -> !offer.period.from.isAfter(offer.period.to))
                .filter(offer -> !none || offer.name.equals("last-12"))
                .toList();
    }

    private static Period since(YearMonth first, YearMonth from, YearMonth to) {
        return new Period(first.isAfter(from) ? first : from, to);
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
